import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { between } from "./count";
import { lessShare, shareOf, shareOfCount } from "./share";

describe("a share of a number", () => {
  test.each([
    { n: 30, share: 0.1, is: 3, because: "binary decimals add nothing to a whole number" },
    { n: 3, share: 0.1, is: 1, because: "a part of one counts as one" },
    { n: 1, share: 0.25, is: 1, because: "a part of one counts as one" },
    { n: 500, share: 0.2, is: 100, because: "it is a whole number" },
    { n: 7, share: 1, is: 7, because: "the whole is its own share" },
    { n: Infinity, share: 0, is: 0, because: "no share of anything is nothing" },
    { n: Infinity, share: 0.5, is: Infinity, because: "a part of what nothing bounds is not bounded" },
    { n: -3, share: 0.5, is: 0, because: "nothing is owed to less than nothing" },
  ])("of $n at $share is $is: $because", ({ n, share, is }) => {
    expect(shareOf(n, share)).toBe(is);
  });

  test("never falls as the number or the share grows, and is less than one above the exact product", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1000), share, share, (n, more, left, right) => {
        const [low, high] = [Math.min(left, right), Math.max(left, right)];
        expect(shareOf(n, high)).toBeGreaterThanOrEqual(shareOf(n, low));
        expect(shareOf(n + more, high)).toBeGreaterThanOrEqual(shareOf(n, high));
        expect(shareOf(n, high)).toBeLessThan(n * high + 1);
        expect(shareOf(n, high)).toBeGreaterThanOrEqual(n * high - 1e-8);
      }),
    );
  });

  test("and what it leaves make up the whole", () => {
    expect(lessShare(10, 0.25) + shareOf(10, 0.25)).toBe(10);
    expect(lessShare(251, 0.2)).toBe(200);
  });

  test("of a count is a share of each of its bounds, on the same basis", () => {
    expect(shareOfCount(between(0, 4, 30, "dependencies"), 0.1)).toEqual({ min: 0, likely: 1, max: 3, basis: "dependencies" });
  });
});
