import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { arbitraryDescription } from "./arbitrary-description";
import type { Description } from "./description";
import { expectedCombinations } from "./expected-combinations";
import { prune } from "./prune";
import { simplifications } from "./simplifications";

test("pruning leaves a program what it means", () => {
  fc.assert(
    fc.property(arbitraryDescription(), ({ first }) => expect(expectedCombinations(prune(first))).toEqual(expectedCombinations(first))),
  );
});

test("whatever a program is, its simplifications end at one function without an update", () => {
  fc.assert(
    fc.property(arbitraryDescription(), fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (description, choices) => {
      const end = choices.reduce<Description>((current, choice) => {
        const simpler = simplifications(current);
        return simpler[choice % simpler.length] ?? current;
      }, description);
      expect(simplifications(end)).toEqual([]);
      expect(end.second).toBeUndefined();
      expect(end.first.functions.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 50 },
  );
});
