import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { mergeIntervals } from "./intervals";

const interval = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 4 })).map(([first, length]) => ({
  first: BigInt(first),
  last: BigInt(first + length),
}));

test("merged intervals hold the same numbers, ascending, with a gap before each next one", () => {
  checkLaw({ "a gap is left": 20, "intervals are merged": 30 }, [fc.array(interval)], (intervals, met) => {
    const merged = mergeIntervals(intervals);
    met("a gap is left", merged.length > 1);
    met("intervals are merged", merged.length < intervals.length);
    for (let n = -1n; n <= 18n; n++) {
      const within = ({ first, last }: { first: bigint; last: bigint }): boolean => first <= n && n <= last;
      expect(merged.some(within)).toBe(intervals.some(within));
    }
    for (const [index, { first }] of merged.slice(1).entries()) expect(first).toBeGreaterThan((merged[index]?.last ?? first) + 1n);
  });
});
