import { expect, test } from "@jest/globals";
import { readFigures, sideBySide } from "./side-by-side";

test("the figures of a preview are read from what the policy tells", () => {
  const output = "  36 combinations for the 12 functions in VPC main; the budget is 500 (maxPerVpc).";
  expect(readFigures(output)).toEqual({ functions: 12, combinations: 36, budget: 500 });
});

test("a preview without figures is an error that shows the preview", () => {
  expect(() => readFigures("error: no provider")).toThrow(/error: no provider/);
});

test("programs stand side by side with their share of the quota", () => {
  const table = sideBySide([
    { title: "apart", functions: 12, combinations: 36, budget: 500 },
    { title: "shared", functions: 12, combinations: 3, budget: 500 },
  ]);
  expect(table.split("\n").map((line) => line.trimEnd())).toEqual([
    "                                       apart   shared",
    "functions                                 12       12",
    "combinations (at least so many ENIs)      36        3",
    "share of the VPC's quota               7.2 %    0.6 %",
  ]);
});
