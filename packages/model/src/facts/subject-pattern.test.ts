import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { matchesPattern } from "./subject-pattern";

test.each([
  ["orders", "orders", true],
  ["orders", "orders-2", false],
  ["*orders*", "urn:pulumi:dev::shop::aws:lambda/function:Function::orders-2", true],
  ["*orders", "orders-2", false],
  ["ab*ba", "aba", false],
  ["a*b*c", "a-b-b-c", true],
  ["a*b", "xb", false],
  ["a*b*c", "a-c", false],
  ["a*bb*b", "abb", false],
  ["a*b*b", "ab", false],
  ["*b*", "bc", true],
  ["*", "", true],
  ["", "orders", false],
])("the pattern %p and the subject %p: %p", (pattern, subject, matches) => {
  expect(matchesPattern(pattern, subject)).toBe(matches);
});

test("agrees with the regular expression of the same meaning, over short patterns", () => {
  const patterns = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 6 });
  const subjects = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 6 });
  fc.assert(
    fc.property(patterns, subjects, (pattern, subject) => {
      expect(matchesPattern(pattern, subject)).toBe(new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(subject));
    }),
    { numRuns: 1_000 },
  );
});
