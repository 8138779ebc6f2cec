import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { type AddressBlock, formatAddressBlock, overlaps, readAddressBlock } from "./address-block";
import { freeBlocks, nextFreeBlock } from "./free-blocks";
import { arbitraryBlockIn } from "../testing/arbitrary/arbitrary-block";
import { bitsContain, bitsInside, bitsOf, bitsOverlap } from "../testing/bit-strings";

function block(text: string): AddressBlock {
  const reading = readAddressBlock(text);
  if (!reading.ok) throw new Error(reading.error);
  return reading.value;
}

function bits(one: AddressBlock): string {
  return bitsOf(formatAddressBlock(one));
}

/** Ranges of a VPC and what is taken of them and of other places. */
const place = block("10.0.0.0/22");
const arbitraryRanges = fc.array(arbitraryBlockIn(place), { minLength: 1, maxLength: 3 });
const arbitraryTaken = fc.array(arbitraryBlockIn({ ...place, prefixLength: 21 }, 22), { maxLength: 8 });

/** All /28 that are free, one by one. */
function freeSlices(ranges: readonly AddressBlock[], taken: readonly AddressBlock[]): readonly string[] {
  const slices = new Set(ranges.flatMap((range) => bitsInside(bits(range), 28)));
  return [...slices].filter((slice) => !taken.some((one) => bitsOverlap(bits(one), slice))).sort();
}

describe("free blocks", () => {
  test("are what the picture shows", () => {
    const free = freeBlocks([block("10.0.0.0/24")], [block("10.0.0.64/27"), block("10.0.0.192/26")]);
    expect(free.map(formatAddressBlock)).toEqual(["10.0.0.0/26", "10.0.0.96/27", "10.0.0.128/26"]);
  });

  test("are no smaller than /28, even when half a /28 is taken", () => {
    const halfTaken = { ...block("10.0.0.0/28"), prefixLength: 29 };
    expect(freeBlocks([block("10.0.0.0/28")], [halfTaken])).toEqual([]);
    expect(freeBlocks([block("10.0.0.0/27")], [halfTaken]).map(formatAddressBlock)).toEqual(["10.0.0.16/28"]);
  });

  test("cover every free /28 once and nothing else", () => {
    checkLaw(
      { "some blocks are free": 30, "something of the ranges is taken": 30 },
      [arbitraryRanges, arbitraryTaken],
      (ranges, taken, met) => {
        const free = freeBlocks(ranges, taken);
        met("some blocks are free", free.length > 0);
        met(
          "something of the ranges is taken",
          ranges.some((range) => taken.some((one) => overlaps(range, one))),
        );
        expect(free.flatMap((one) => bitsInside(bits(one), 28)).sort()).toEqual(freeSlices(ranges, taken));
      },
    );
  });

  test("of one range are the fewest that there can be", () => {
    checkLaw(
      { "several blocks are free": 10 },
      [fc.oneof(fc.constant(place), arbitraryBlockIn(place)), arbitraryTaken],
      (range, taken, met) => {
        const free = freeBlocks([range], taken).map(bits);
        met("several blocks are free", free.length > 1);
        for (const one of free) expect(free).not.toContain(one.slice(0, -1) + (one.endsWith("0") ? "1" : "0"));
      },
      { numRuns: 300 },
    );
  });

  test("do not change with any order", () => {
    fc.assert(
      fc.property(arbitraryRanges, arbitraryTaken, (ranges, taken) => {
        expect(freeBlocks(ranges.toReversed(), [...taken.toReversed(), ...taken])).toEqual(freeBlocks(ranges, taken));
      }),
    );
  });
});

describe("the next free block", () => {
  test("is the first by address that lies inside a range and apart from all that is taken", () => {
    checkLaw(
      { "a block is free": 15, "no block is free": 30 },
      [fc.integer({ min: 22, max: 28 }), arbitraryRanges, arbitraryTaken],
      (prefixLength, ranges, taken, met) => {
        const [first] = bitsInside(bits(place), prefixLength).filter(
          (candidate) =>
            ranges.some((range) => bitsContain(bits(range), candidate)) && !taken.some((one) => bitsOverlap(bits(one), candidate)),
        );
        met("a block is free", first);
        met("no block is free", first === undefined);
        const next = nextFreeBlock(prefixLength, ranges, taken);
        expect(next && bits(next)).toBe(first);
      },
    );
  });

  test("never overlaps the one before it", () => {
    const first = nextFreeBlock(28, [place], []);
    const second = first && nextFreeBlock(27, [place], [first]);
    expect(first && second && overlaps(first, second)).toBe(false);
    expect(second && formatAddressBlock(second)).toBe("10.0.0.32/27");
  });
});
