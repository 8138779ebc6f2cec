import { type AddressBlock, compareBlocks, contains, halves, overlaps, SMALLEST_BLOCK } from "./address-block";

/**
 * What is free of `ranges` once `taken` is: the fewest blocks that cover it, ascending. What is smaller than a /28 is left out, for no subnet
 * can have it.
 *
 *     10.0.0.0/24      ├───────────────────────────────────────────────────────────────┤
 *     taken                            ├───────┤                       ├───────────────┤
 *     free             ├───────────────┤       ├───────┤├──────────────┤
 *                      10.0.0.0/26     .64/27  .96/27   .128/26          .192/26 taken
 */
export function freeBlocks(ranges: readonly AddressBlock[], taken: readonly AddressBlock[]): readonly AddressBlock[] {
  return outermost(ranges).flatMap((range) => freeIn(range, taken));
}

function freeIn(range: AddressBlock, taken: readonly AddressBlock[]): readonly AddressBlock[] {
  const here = taken.filter((block) => overlaps(range, block));
  if (here.length === 0) return [range];
  if (range.prefixLength >= SMALLEST_BLOCK || here.some((block) => contains(block, range))) return [];
  return halves(range).flatMap((half) => freeIn(half, here));
}

/** The ranges that lie in no other: an address counts once however often it is named. */
function outermost(ranges: readonly AddressBlock[]): readonly AddressBlock[] {
  const ascending = [...ranges].sort(compareBlocks);
  return ascending.filter((range, index) => !ascending.slice(0, index).some((earlier) => contains(earlier, range)));
}

/** The first free block of a prefix length inside `ranges`, by address; undefined where there is none. */
export function nextFreeBlock(
  prefixLength: number,
  ranges: readonly AddressBlock[],
  taken: readonly AddressBlock[],
): AddressBlock | undefined {
  const room = freeBlocks(ranges, taken).find((free) => free.prefixLength <= prefixLength);
  return room === undefined ? undefined : { first: room.first, prefixLength };
}
