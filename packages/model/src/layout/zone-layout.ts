import { type AddressBlock, halves, overlaps, SMALLEST_BLOCK } from "../addresses/address-block";
import { ZONE_SLOTS } from "../addresses/zone-slot";

/*
 * A zone's blocks follow only from its slot and the range, so that no later addition moves them:
 *
 *     range, /16      ├── a ──┤├── b ──┤├── c ──┤├── d ──┤├── e ──┤├── f ──┤├── g ──┤├── h ──┤
 *     slot b, /19     ├──────────────── private ────────────────┤├──── public ────────┤
 *                     ├ /24 ┤├ /24 ┤├── /23 ──┤├── /22 ──┤ free  ├ /26 ┤ free
 *                     first  added as the need grows             for NAT
 */

/** The blocks of the subnets of one zone. */
export interface ZoneLayout {
  readonly zone: string;
  readonly slot: number;
  /** Its subnets for functions, in the order of creation. */
  readonly ladder: readonly AddressBlock[];
  /** Its subnet for a NAT gateway. */
  readonly public: AddressBlock;
}

/** The prefix length of the smallest range with eight slots. A smaller slot cannot hold a private and a public /28. */
export const SMALLEST_RANGE = 24;

/**
 * The number of times that a zone may double its addresses. With more, its largest subnet is over four times its first (see the policy
 * subnets-balanced).
 */
const MOST_DOUBLINGS = 3;

const PUBLIC_PREFIX_LENGTH = 26;

/** The prefix length of the largest first subnet that zones of this range can have. */
export function largestFirstSubnet(range: AddressBlock): number {
  return privateLength(range);
}

/**
 * The default prefix length of first subnets: /24, or a longer one up to /28 if the zone could not grow with a /24. It depends only on the range.
 */
export function usualFirstSubnet(range: AddressBlock): number {
  return Math.min(Math.max(24, privateLength(range) + 1), SMALLEST_BLOCK);
}

/**
 * The blocks of a zone in a range of /16 to /24, with a first subnet between `largestFirstSubnet` and /28. Blocks that overlap `taken` are omitted
 * from the ladder. Laws: layouts of different slots never overlap; an additional taken block changes no block that it does not overlap.
 */
export function layOutZone(
  zone: string,
  slot: number,
  range: AddressBlock,
  firstPrefixLength: number,
  taken: readonly AddressBlock[],
): ZoneLayout {
  const [lower, upper] = halves(slotOf(range, slot));
  const doublings = Math.min(MOST_DOUBLINGS, firstPrefixLength - lower.prefixLength);
  const blocks = ladder({ first: lower.first, prefixLength: firstPrefixLength - doublings }, firstPrefixLength);
  return {
    zone,
    slot,
    ladder: blocks.filter((block) => !taken.some((other) => overlaps(other, block))),
    public: { first: upper.first, prefixLength: Math.max(PUBLIC_PREFIX_LENGTH, upper.prefixLength) },
  };
}

/**
 * A block of the first prefix length at the start of `region`, followed by larger ones, each as large as all before it together: each doubles the
 * number of addresses. Laws: the blocks cover the region and never overlap; a larger region only adds blocks.
 *
 *     region of one zone, /24, with two doublings of a /26
 *     ├───── first ────┤├──── second ────┤├───────────── third ─────────────┤
 *     10.0.0.0/26       10.0.0.64/26      10.0.0.128/25
 *     59 addresses      118 together      241 together
 */
export function ladder(region: AddressBlock, firstPrefixLength: number): readonly AddressBlock[] {
  if (region.prefixLength >= firstPrefixLength) return [region];
  const [lower, upper] = halves(region);
  return [...ladder(lower, firstPrefixLength), upper];
}

function slotOf({ first, prefixLength }: AddressBlock, slot: number): AddressBlock {
  const length = slotLength(prefixLength);
  return { first: first + slot * 2 ** (32 - length), prefixLength: length };
}

function slotLength(prefixLength: number): number {
  return prefixLength + Math.log2(ZONE_SLOTS);
}

function privateLength(range: AddressBlock): number {
  return slotLength(range.prefixLength) + 1;
}
