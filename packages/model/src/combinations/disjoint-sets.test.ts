import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { DisjointSets } from "./disjoint-sets";

const THINGS = [0, 1, 2, 3, 4, 5, 6];

test("items are in one set exactly if unions connect them, in any order", () => {
  const thing = fc.constantFrom(...THINGS);
  fc.assert(
    fc.property(fc.array(fc.tuple(thing, thing)), (ties) => {
      const sets = new DisjointSets<number>();
      for (const [left, right] of ties) sets.union(left, right);
      for (const left of THINGS) {
        const reached = reachable(left, ties);
        for (const right of THINGS) expect(sets.rootOf(left) === sets.rootOf(right)).toBe(reached.has(right));
      }
    }),
  );
});

function reachable(start: number, ties: readonly (readonly [number, number])[]): ReadonlySet<number> {
  const reached = new Set([start]);
  for (let round = 0; round < THINGS.length; round++)
    for (const [left, right] of ties) {
      if (reached.has(left)) reached.add(right);
      if (reached.has(right)) reached.add(left);
    }
  return reached;
}
