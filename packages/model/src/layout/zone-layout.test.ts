import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { type AddressBlock, contains, formatAddressBlock, overlaps, sizeOf, usableAddresses } from "../addresses/address-block";
import { ZONE_SLOTS } from "../addresses/zone-slot";
import { arbitraryBlockIn } from "../testing/arbitrary/arbitrary-block";
import { block } from "../testing/samples/sample-network-request";
import { ladder, largestFirstSubnet, layOutZone, usualFirstSubnet } from "./zone-layout";

const addresses = (blocks: readonly AddressBlock[]): number => blocks.reduce((sum, { prefixLength }) => sum + sizeOf(prefixLength), 0);

describe("a ladder", () => {
  test.each([
    { region: "10.0.0.0/24", first: 26, blocks: ["10.0.0.0/26", "10.0.0.64/26", "10.0.0.128/25"] },
    { region: "10.0.0.0/26", first: 26, blocks: ["10.0.0.0/26"] },
    { region: "10.0.0.0/27", first: 26, blocks: ["10.0.0.0/27"] },
  ])("of $region from a /$first is $blocks", ({ region, first, blocks }) => {
    expect(ladder(block(region), first).map(formatAddressBlock)).toEqual(blocks);
  });

  test("holds 59, 118 and 241 usable addresses with its first, second and third block", () => {
    const blocks = ladder(block("10.0.0.0/24"), 26);
    const held = blocks.map((_, index) => blocks.slice(0, index + 1).reduce((sum, one) => sum + usableAddresses(one.prefixLength), 0));
    expect(held).toEqual([59, 118, 241]);
  });

  test("covers its region without overlaps, doubles with each block, and a larger region only adds blocks", () => {
    checkLaw(
      { "there are several blocks": 30, "the region holds its first block": 30 },
      [fc.integer({ min: 16, max: 28 }), fc.integer({ min: 17, max: 28 })],
      (length, first, met) => {
        const region = { first: block("10.0.0.0/16").first, prefixLength: length };
        const blocks = ladder(region, first);
        expect(addresses(blocks)).toBe(sizeOf(length));
        met("there are several blocks", blocks.length > 1);
        for (const [index, one] of blocks.entries()) {
          expect(contains(region, one)).toBe(true);
          expect(blocks.slice(index + 1).some((other) => overlaps(one, other))).toBe(false);
          expect(index === 0 || addresses([one]) === addresses(blocks.slice(0, index))).toBe(true);
        }
        if (met("the region holds its first block", length <= first))
          expect(ladder({ ...region, prefixLength: length - 1 }, first).slice(0, blocks.length)).toEqual(blocks);
      },
    );
  });
});

describe("the layout of a zone", () => {
  const vpc = block("10.0.0.0/16");

  test("lies in the zone's slot: a first subnet, further ones after it, and a public one", () => {
    const { ladder: rungs, public: open } = layOutZone("us-east-1b", 1, vpc, 24, []);
    expect(rungs.map(formatAddressBlock)).toEqual(["10.0.32.0/24", "10.0.33.0/24", "10.0.34.0/23", "10.0.36.0/22"]);
    expect(formatAddressBlock(open)).toBe("10.0.48.0/26");
  });

  test("leaves out what others have, and moves nothing for it", () => {
    const { ladder: rungs } = layOutZone("us-east-1b", 1, vpc, 24, [block("10.0.33.128/28")]);
    expect(rungs.map(formatAddressBlock)).toEqual(["10.0.32.0/24", "10.0.34.0/23", "10.0.36.0/22"]);
  });

  test("of one slot never overlaps that of another, and what is taken only removes subnets of it", () => {
    const ranges = fc.integer({ min: 16, max: 24 }).map((prefixLength) => ({ first: vpc.first, prefixLength }));
    const slots = fc.shuffledSubarray([...Array(ZONE_SLOTS).keys()], { minLength: 2, maxLength: 2 });
    checkLaw(
      { "a subnet is taken": 20 },
      [
        ranges.chain((range) =>
          fc.tuple(fc.constant(range), fc.array(arbitraryBlockIn(range, range.prefixLength + 1), { minLength: 2, maxLength: 4 })),
        ),
        slots,
        fc.nat({ max: 12 }),
      ],
      ([range, taken], [slot = 0, other = 1], further, met) => {
        const first = Math.min(28, largestFirstSubnet(range) + further);
        const layout = layOutZone("a", slot, range, first, taken);
        const whole = layOutZone("a", slot, range, first, []);
        const neighbour = layOutZone("b", other, range, first, []);
        const blocks = [...whole.ladder, whole.public];
        for (const one of blocks) {
          expect(contains(range, one)).toBe(true);
          expect([...neighbour.ladder, neighbour.public].some((its) => overlaps(one, its))).toBe(false);
        }
        met("a subnet is taken", layout.ladder.length < whole.ladder.length);
        expect(layout.ladder).toEqual(whole.ladder.filter((one) => !taken.some((its) => overlaps(one, its))));
        expect(layout.public).toEqual(whole.public);
      },
    );
  });

  test.each([
    ["10.0.0.0/16", 20, 24],
    ["10.0.0.0/20", 24, 25],
    ["10.0.0.0/24", 28, 28],
    ["10.0.0.0/19", 23, 24],
    ["10.0.0.0/22", 26, 27],
    ["10.0.0.0/23", 27, 28],
  ])("of %s begins with a /%i at most, and with a /%i where nobody chooses", (range, largest, usual) => {
    expect([largestFirstSubnet(block(range)), usualFirstSubnet(block(range))]).toEqual([largest, usual]);
  });
});
