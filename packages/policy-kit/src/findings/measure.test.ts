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
