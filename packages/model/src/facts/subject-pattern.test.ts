import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
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
  checkLaw(
    { "the pattern matches": 10, "the pattern does not match": 30 },
    [patterns, subjects],
    (pattern, subject, met) => {
      const matches = new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(subject);
      met("the pattern matches", matches);
      met("the pattern does not match", !matches);
      expect(matchesPattern(pattern, subject)).toBe(matches);
    },
    { numRuns: 1_000 },
  );
});
