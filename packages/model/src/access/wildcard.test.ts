import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { matchesWildcard } from "./wildcard";

test("agrees with the regular expression that says the same, over every short pattern", () => {
  const patterns = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 7 });
  const texts = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 7 });
  fc.assert(
    fc.property(patterns, texts, (pattern, text) => {
      const expression = new RegExp(`^${pattern.replaceAll("?", ".").replaceAll("*", ".*")}$`);
      expect(matchesWildcard(pattern, text)).toBe(expression.test(text));
    }),
    { numRuns: 2_000 },
  );
});

test("a pattern made to keep a regular expression busy is decided at once", () => {
  expect(matchesWildcard("*a".repeat(200), "a".repeat(199))).toBe(false);
  expect(matchesWildcard("*a".repeat(200), "a".repeat(200))).toBe(true);
});
