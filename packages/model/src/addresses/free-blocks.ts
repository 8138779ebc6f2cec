import { type AddressBlock, compareBlocks, contains, halves, overlaps, SMALLEST_BLOCK } from "./address-block";

/**
 * The part of `ranges` that does not overlap `taken`, as the fewest blocks that cover it, ascending. Blocks smaller than a /28 are omitted,
 * because AWS accepts no such subnet.
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

/** The ranges that no other range contains, so that each address counts once. */
function outermost(ranges: readonly AddressBlock[]): readonly AddressBlock[] {
  const ascending = [...ranges].sort(compareBlocks);
  return ascending.filter((range, index) => !ascending.slice(0, index).some((earlier) => contains(earlier, range)));
}

/** The free block of a prefix length inside `ranges` with the lowest address. Undefined if there is none. */
export function nextFreeBlock(
  prefixLength: number,
  ranges: readonly AddressBlock[],
  taken: readonly AddressBlock[],
): AddressBlock | undefined {
  const free = freeBlocks(ranges, taken).find((block) => block.prefixLength <= prefixLength);
  return free === undefined ? undefined : { first: free.first, prefixLength };
}
