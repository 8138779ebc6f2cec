import { expect, test } from "@jest/globals";
import { matchesPattern } from "./subject-pattern";

test.each([
  ["orders", "orders", true],
  ["orders", "orders-2", false],
  ["*orders*", "urn:pulumi:dev::shop::aws:lambda/function:Function::orders-2", true],
  ["*orders", "orders-2", false],
  ["ab*ba", "aba", false],
  ["a*b*c", "a-b-b-c", true],
  ["*", "", true],
  ["", "orders", false],
])("the pattern %p and the subject %p: %p", (pattern, subject, matches) => {
  expect(matchesPattern(pattern, subject)).toBe(matches);
});
