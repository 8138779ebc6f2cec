import { type AddressBlock, formatAddressBlock, halves, SMALLEST_BLOCK, usableAddresses } from "../addresses/address-block";
import { counted } from "../count/count";
import { freeBlocks, nextFreeBlock } from "../addresses/free-blocks";

/**
 * What subnets of one kind must hold, zone by zone. A subnet's range cannot change (docs/aws-facts.md#subnet-range-change), and a program does not
 * remember what it planned before; so nothing that grows may have a say in where a subnet lies or how large it is. Each zone has a region of its
 * own, and in it a ladder of subnets that is the same whatever the need, which decides only how many of them are made:
 *
 *     region of one zone, /24, with two doublings of a /26
 *     ├───── first ────┤├──── second ────┤├───────────── third ─────────────┤
 *     10.0.0.0/26       10.0.0.64/26      10.0.0.128/25
 *     59 addresses      118 together      241 together
 */
export interface AddressPlan {
  /** Ranges of the VPC that are for these subnets alone. */
  readonly ranges: readonly AddressBlock[];
  /** Availability zones; a further one goes to the end. */
  readonly zones: readonly string[];
  /** Addresses that one zone needs at its peak. */
  readonly need: number;
  /** The prefix length of each zone's first subnet. It stays what it was, however the need grows. */
  readonly firstPrefixLength: number;
  /** How often a zone's subnets may double their addresses later: the room that is left beside its first one. It stays what it was, too. */
  readonly doublings: number;
}

/** The subnets of one zone. */
export interface ZoneAddresses {
  readonly zone: string;
  /** The subnets to make, the first one first. */
  readonly subnets: readonly AddressBlock[];
  /** The subnets that a greater need would make beside them: nobody else may take these addresses. */
  readonly room: readonly AddressBlock[];
}

/** Where subnets lie, or why the plan cannot be had, with the fix. */
export type Allocation =
  { readonly allocated: true; readonly zones: readonly ZoneAddresses[] } | { readonly allocated: false; readonly why: string };

/**
 * Lays subnets out, apart from `taken`: what others had of the ranges when the plan was first made, or took since outside the regions.
 * Laws: no two subnets overlap; each lies inside a range; a zone's subnets hold its need, and would not without the last one; a greater need, a
 * further zone at the end and a further taken block outside the regions move and resize nothing.
 */
export function allocateSubnets(plan: AddressPlan, taken: readonly AddressBlock[]): Allocation {
  const why = refusal(plan);
  if (why !== undefined) return { allocated: false, why };
  const regions = new Map<string, AddressBlock>();
  for (const zone of plan.zones) {
    const region = nextFreeBlock(regionLength(plan), plan.ranges, [...taken, ...regions.values()]);
    if (region === undefined) return { allocated: false, why: noRegion(plan, zone, taken) };
    regions.set(zone, region);
  }
  return { allocated: true, zones: [...regions].map(([zone, region]) => fill(plan, zone, region)) };
}

function regionLength({ firstPrefixLength, doublings }: AddressPlan): number {
  return firstPrefixLength - doublings;
}

function fill({ need, firstPrefixLength }: AddressPlan, zone: string, region: AddressBlock): ZoneAddresses {
  const rungs = ladder(region, firstPrefixLength);
  const made = rungs.findIndex((_, index) => capacity(rungs.slice(0, index + 1)) >= need) + 1;
  return { zone, subnets: rungs.slice(0, made), room: rungs.slice(made) };
}

/** A block of the first length, and beside it ever larger ones, each as large as all before it. */
function ladder(region: AddressBlock, firstPrefixLength: number): readonly AddressBlock[] {
  if (region.prefixLength >= firstPrefixLength) return [region];
  const [lower, upper] = halves(region);
  return [...ladder(lower, firstPrefixLength), upper];
}

function capacity(subnets: readonly AddressBlock[]): number {
  return subnets.reduce((total, { prefixLength }) => total + usableAddresses(prefixLength), 0);
}

function refusal(plan: AddressPlan): string | undefined {
  const { zones, need, firstPrefixLength, doublings } = plan;
  const twice = zones.find((zone, index) => zones.indexOf(zone) !== index);
  if (twice !== undefined) return `zone ${twice} is named twice; name each zone once`;
  if (!Number.isInteger(firstPrefixLength) || !Number.isInteger(doublings) || doublings < 0 || firstPrefixLength > SMALLEST_BLOCK)
    return `a first subnet of /${firstPrefixLength} with ${doublings} doublings cannot be had; choose a prefix length up to ${SMALLEST_BLOCK}, and whole doublings`;
  const most = capacity(ladder({ first: 0, prefixLength: regionLength(plan) }, firstPrefixLength));
  if (!(need <= most))
    return `a zone needs ${need} addresses, and a /${firstPrefixLength} with ${doublings} doublings has ${most}; put what is more into ranges of its own, or begin anew with larger subnets`;
  return undefined;
}

function noRegion(plan: AddressPlan, zone: string, taken: readonly AddressBlock[]): string {
  const free = freeBlocks(plan.ranges, taken).map(formatAddressBlock);
  const shown =
    free.length === 0
      ? "nothing is"
      : free.slice(0, 3).join(", ") + (free.length > 3 ? ` and ${free.length - 3} more are` : free.length > 1 ? " are" : " is");
  return `zone ${zone} finds no free /${regionLength(plan)}, of which each of ${counted(plan.zones.length, "zone")} needs one: ${shown} free; add a range to the VPC, or plan fewer zones or doublings`;
}
