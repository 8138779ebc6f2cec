import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { matchesWildcard } from "./wildcard";

test("agrees with the regular expression of the same meaning, over every short pattern", () => {
  const patterns = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 7 });
  const texts = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 7 });
  checkLaw(
    { "the pattern matches": 5, "the pattern does not match": 50 },
    [patterns, texts],
    (pattern, text, met) => {
      const expression = new RegExp(`^${pattern.replaceAll("?", ".").replaceAll("*", ".*")}$`);
      const matches = expression.test(text);
      met("the pattern matches", matches);
      met("the pattern does not match", !matches);
      expect(matchesWildcard(pattern, text)).toBe(matches);
    },
    { numRuns: 2_000 },
  );
});

test.each([
  ["", "", true],
  ["*", "", true],
  ["?", "", false],
  ["a?", "a", false],
  ["a?", "ab", true],
  ["a*?", "ab", true],
])("the pattern %p and the text %p: %p", (pattern, text, matches) => {
  expect(matchesWildcard(pattern, text)).toBe(matches);
});

test("a pattern made to keep a regular expression busy is decided at once", () => {
  expect(matchesWildcard("*a".repeat(200), "a".repeat(199))).toBe(false);
  expect(matchesWildcard("*a".repeat(200), "a".repeat(200))).toBe(true);
});
