import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import {
  type AddressBlock,
  contains,
  fittingPrefixLength,
  formatAddressBlock,
  halves,
  LARGEST_BLOCK,
  overlaps,
  readAddressBlock,
  SMALLEST_BLOCK,
  usableAddresses,
} from "./address-block";
import { arbitraryBlock, arbitraryBlockIn } from "../testing/arbitrary/arbitrary-block";
import { bitsContain, bitsInside, bitsOf, bitsOverlap } from "../testing/bit-strings";

const near = fc.tuple(...[1, 2].map(() => arbitraryBlockIn({ first: 0x0a000000, prefixLength: 22 })));
const pairs = fc.oneof(near, fc.tuple(arbitraryBlock, arbitraryBlock));

function bits(block: AddressBlock): string {
  return bitsOf(formatAddressBlock(block));
}

describe("a text is refused, with the fix,", () => {
  test.each([
    ["10.0.0.5/24", "10.0.0.5/24 has bits set after its prefix; write 10.0.0.0/24"],
    ["255.255.255.255/16", "255.255.255.255/16 has bits set after its prefix; write 255.255.0.0/16"],
    ["10.0.0.0/15", "10.0.0.0/15 has a size that AWS does not accept; choose a prefix length from 16 to 28"],
    ["10.0.0.0/29", "10.0.0.0/29 has a size that AWS does not accept; choose a prefix length from 16 to 28"],
    ["2001:db8::/56", "2001:db8::/56 is an IPv6 range; specify an IPv4 range such as 10.0.0.0/24"],
    ["::ffff:10.0.0.0/120", "::ffff:10.0.0.0/120 is an IPv6 range; specify an IPv4 range such as 10.0.0.0/24"],
    ["010.0.0.0/24", '"010.0.0.0/24" is not an IPv4 range; write a range such as 10.0.0.0/24'],
    ["10.0/16", '"10.0/16" is not an IPv4 range; write a range such as 10.0.0.0/24'],
    ["10.0.0.0", '"10.0.0.0" is not an IPv4 range; write a range such as 10.0.0.0/24'],
    ["10.0.0.256/24", '"10.0.0.256/24" is not an IPv4 range; write a range such as 10.0.0.0/24'],
    ["10.0.0.0/24 ", '"10.0.0.0/24 " is not an IPv4 range; write a range such as 10.0.0.0/24'],
    ["", '"" is not an IPv4 range; write a range such as 10.0.0.0/24'],
  ])("%s", (text, why) => {
    expect(readAddressBlock(text)).toEqual({ ok: false, error: why });
  });

  test("and never by an exception, whatever it is", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.ipV4(),
      fc.ipV6(),
      fc.tuple(fc.ipV4(), fc.nat(40)).map(([ip, n]) => `${ip}/${n}`),
      arbitraryBlock.map(formatAddressBlock),
    );
    checkLaw({ "the text is a block": 5, "the text is refused": 50 }, [texts], (text, met) => {
      const reading = readAddressBlock(text);
      met("the text is a block", reading.ok);
      met("the text is refused", !reading.ok);
      expect(reading.ok ? formatAddressBlock(reading.value) : reading.error).toContain(text);
    });
  });
});

test("reading what is written gives the block again", () => {
  fc.assert(
    fc.property(arbitraryBlock, (block) => {
      expect(readAddressBlock(formatAddressBlock(block))).toEqual({ ok: true, value: block });
    }),
  );
});

describe("blocks agree with bits:", () => {
  test("containment", () => {
    checkLaw(
      { "one contains the other": 5, "one does not contain the other": 30 },
      [pairs],
      ([one, other], met) => {
        const contained = bitsContain(bits(one), bits(other));
        met("one contains the other", contained);
        met("one does not contain the other", !contained);
        expect(contains(one, other)).toBe(contained);
      },
      { numRuns: 300 },
    );
  });

  test("overlap", () => {
    checkLaw(
      { "the blocks overlap": 15, "the blocks are apart": 30 },
      [pairs],
      ([one, other], met) => {
        const overlap = bitsOverlap(bits(one), bits(other));
        met("the blocks overlap", overlap);
        met("the blocks are apart", !overlap);
        expect(overlaps(one, other)).toBe(overlap);
      },
      { numRuns: 300 },
    );
  });

  test("halves", () => {
    fc.assert(
      fc.property(arbitraryBlock, (block) => {
        expect(halves(block).map(bits)).toEqual(bitsInside(bits(block), block.prefixLength + 1));
      }),
    );
  });
});

describe("a subnet", () => {
  test.each([
    [28, 11],
    [27, 27],
    [26, 59],
    [25, 123],
    [24, 251],
    [23, 507],
    [22, 1019],
    [20, 4091],
    [16, 65_531],
  ])("of /%i has %i addresses to use", (prefixLength, usable) => {
    expect(usableAddresses(prefixLength)).toBe(usable);
  });

  test("that fits is the smallest of those that AWS accepts and that are large enough", () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat({ max: 70_000 }), fc.integer({ min: 16, max: 28 }).map(usableAddresses)), (addresses) => {
        let smallest: number | undefined;
        for (let length = LARGEST_BLOCK; length <= SMALLEST_BLOCK; length++) if (2 ** (32 - length) - 5 >= addresses) smallest = length;
        expect(fittingPrefixLength(addresses)).toBe(smallest);
        expect(fittingPrefixLength(addresses, 24)).toBe(smallest === undefined ? undefined : Math.min(smallest, 24));
      }),
    );
  });

  test("for endlessly many addresses does not exist", () => {
    expect(fittingPrefixLength(Infinity)).toBeUndefined();
  });
});
