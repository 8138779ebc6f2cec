import fc from "fast-check";
import { type AddressBlock, SMALLEST_BLOCK, sizeOf } from "../../addresses/address-block";

/** Blocks with prefix lengths from `largest` to /28 inside one block, so that many lie in each other. */
export function arbitraryBlockIn(within: AddressBlock, largest = within.prefixLength): fc.Arbitrary<AddressBlock> {
  return fc
    .tuple(fc.integer({ min: largest, max: SMALLEST_BLOCK }), fc.nat({ max: sizeOf(within.prefixLength) - 1 }))
    .map(([prefixLength, offset]) => ({
      first: within.first + offset - (offset % sizeOf(prefixLength)),
      prefixLength,
    }));
}

/** Blocks of anywhere, with prefix lengths from /16 to /28. */
export const arbitraryBlock: fc.Arbitrary<AddressBlock> = fc
  .nat({ max: 0xffff })
  .chain((first) => arbitraryBlockIn({ first: first * 65_536, prefixLength: 16 }));
