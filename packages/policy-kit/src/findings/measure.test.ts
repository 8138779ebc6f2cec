import { between } from "@lambda-vpc/model";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { measured, measuredIn } from "./measure";

const counts = fc
  .tuple(fc.nat(600), fc.nat(600), fc.nat(600))
  .map((numbers) => numbers.sort((a, b) => a - b))
  .map(([min = 0, likely = 0, max = 0]) => between(min, likely, max, "dependencies"));

test("the number that a message begins with is read back as the most there may be", () => {
  fc.assert(
    fc.property(counts, fc.constantFrom("", "undecided: "), (count, prefix) => {
      expect(measuredIn(prefix + measured({ measure: { count, noun: "combination" }, what: "for 3 functions" }))).toBe(count.max);
    }),
  );
});

test("a message that begins with no number has none", () => {
  expect(measuredIn("Configuration of eni-budget: 3 is wrong")).toBeUndefined();
});

test.each<{ sentence: string; message: string; measure: number | undefined }>([
  { sentence: "a violation is read by its fact", message: "at least 12 things (likely 24)\nwhy: w\nfix: f", measure: undefined },
  { sentence: "a number within the fact is none", message: "the 12 things\nwhy: 3 reasons\nfix: f", measure: undefined },
  { sentence: "a violation with reason and fix has the number of its fact", message: "36 things\nwhy: 3 reasons\nfix: f", measure: 36 },
  { sentence: "an undecided finding has its maximum", message: "undecided: 2 to 4 things\nwhy: w\nfix: f", measure: 4 },
  {
    sentence: "an internal error has none",
    message: "Internal error in policy few-things. It checked nothing. Report this: 7 x",
    measure: undefined,
  },
  {
    sentence: "a block of several findings has none",
    message: "2 roles (a, b). First: 3 things\nwhy: w\nfix: f",
    measure: undefined,
  },
])("$sentence", ({ message, measure }) => expect(measuredIn(message)).toBe(measure));
