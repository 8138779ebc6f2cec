import { failure, type Result, success } from "../count/result";
import { type AddressBlock, contains, formatAddressBlock, LARGEST_BLOCK, overlaps, SMALLEST_BLOCK } from "../addresses/address-block";
import type { Capacity } from "../budget/capacity";
import { counted } from "../count/count";
import { freeBlocks } from "../addresses/free-blocks";
import { MAX_SUBNETS_PER_FUNCTION } from "../facts/lambda-limits";
import { largestFirstSubnet, layOutZone, SMALLEST_RANGE } from "./zone-layout";
import { lessShare } from "../count/share";
import { peakEnis } from "./peak-enis";
import { type ZonePlan, planZone } from "./zone-plan";
import { isZoneId, zoneSlot } from "../addresses/zone-slot";

/** The most zones that one network can have. */
export const MOST_ZONES = 6;

/** The inputs that determine a network's subnets. All except zones and capacity must stay as they were when the network was created. */
export interface NetworkRequest {
  /** Addresses of the VPC that only this network uses. */
  readonly range: AddressBlock;
  /** Availability zones in any order. Each has a separate slot. */
  readonly zones: readonly string[];
  readonly firstPrefixLength: number;
  /** Blocks of the range that other subnets use. A block that is taken later moves no subnet, because it cannot overlap an existing one. */
  readonly taken: readonly AddressBlock[];
  /** The zones that also get a public subnet. */
  readonly publicZones: readonly string[];
  readonly capacity: Capacity;
}

/** A network's subnets for each zone in the order of the request, or why they are impossible, with the fix after "; ". */
export type NetworkPlan = Result<readonly ZonePlan[]>;

/**
 * Lays out the subnets of a network.
 * Laws: subnets never overlap each other or taken blocks; they lie inside the range; each zone holds the capacity at its peak; an additional
 * zone, another order of zones, a greater capacity, and an additional taken block never move or resize a subnet.
 */
export function planNetwork(request: NetworkRequest): NetworkPlan {
  const why = refuseZones(request) ?? refuseSizes(request) ?? refuseQuota(request.zones.length, request.capacity);
  if (why !== undefined) return failure(why);
  const zones = request.zones.map((zone) => planZone(layoutOf(request, zone), request.capacity));
  const lacking = request.zones.find((_, index) => zones[index] === undefined);
  if (lacking !== undefined) return failure(refuseCapacity(request, lacking));
  const made = zones.flatMap((zone) => zone ?? []);
  const refused = refusePublic(request, made) ?? refuseSubnets(made, request);
  return refused === undefined ? success(made) : failure(refused);
}

function layoutOf({ range, firstPrefixLength, taken }: NetworkRequest, zone: string) {
  const reading = zoneSlot(zone);
  return layOutZone(zone, reading.ok ? reading.value : 0, range, firstPrefixLength, taken);
}

function refuseZones({ zones, publicZones }: NetworkRequest): string | undefined {
  const unreadable = zones.map(zoneSlot).find(({ ok: valid }) => !valid);
  if (unreadable?.ok === false) return unreadable.error;
  const twice = zones.find((zone, index) => zones.indexOf(zone) !== index);
  if (twice !== undefined) return `zone ${twice} is listed twice; list each zone once`;
  if (zones.length < 1 || zones.length > MOST_ZONES) return `expected 1 to ${MOST_ZONES} zones, got ${zones.length}`;
  const [name, id] = [zones.find((zone) => !isZoneId(zone)), zones.find(isZoneId)];
  if (name !== undefined && id !== undefined)
    return `${name} is a zone name and ${id} a zone id, and both may be the same zone; use either names or ids`;
  const otherRegion = zones.find((zone) => regionOf(zone) !== regionOf(zones[0]));
  if (otherRegion !== undefined)
    return `${zones[0]} and ${otherRegion} are in different Regions, and a VPC is in one Region; specify zones of one Region`;
  const unknown = publicZones.find((zone) => !zones.includes(zone));
  return unknown === undefined ? undefined : `${unknown} is not one of the zones (${zones.join(", ")}); specify one of them`;
}

function regionOf(zone: string | undefined): string | undefined {
  return zone?.replace(/-az\d+$|[a-z]$/, "");
}

function refuseSizes({ range, firstPrefixLength, taken }: NetworkRequest): string | undefined {
  if (range.prefixLength > SMALLEST_RANGE)
    return `${formatAddressBlock(range)} is too small for the slots of eight zones; specify a range of /${LARGEST_BLOCK} to /${SMALLEST_RANGE}`;
  const largest = largestFirstSubnet(range);
  if (!Number.isInteger(firstPrefixLength) || firstPrefixLength < largest || firstPrefixLength > SMALLEST_BLOCK)
    return `first subnets of /${firstPrefixLength} do not fit ${formatAddressBlock(range)}; choose a prefix length from ${largest} to ${SMALLEST_BLOCK}`;
  return taken.some((block) => contains(block, range))
    ? `${formatAddressBlock(range)} is completely taken; specify a free range of the VPC, or remove blocks from the taken ones`
    : undefined;
}

function refuseQuota(subnets: number, capacity: Capacity): string | undefined {
  const { sets, headroom, enisPerVpc } = capacity;
  const peak = peakEnis(capacity, subnets);
  const limit = lessShare(enisPerVpc, headroom);
  if (peak <= limit) return undefined;
  return (
    `${counted(sets, "set")} over ${counted(subnets, "subnet")} hold up to ${peak} ENIs during changeover, and ${limit} of the ${enisPerVpc} that AWS allows per VPC ` +
    `can be used; share sets among more functions, plan fewer zones, or request an increase of quota L-9FEE3D26 and set enisPerVpc`
  );
}

function refuseCapacity(request: NetworkRequest, zone: string): string {
  const { range, firstPrefixLength, capacity, taken } = request;
  const { ladder, slot } = layoutOf(request, zone);
  if (ladder.length === 0) {
    const free = freeBlocks([range], taken).map(formatAddressBlock);
    const firstFree = free.length === 0 ? "none" : free.slice(0, 3).join(", ");
    return `zone ${zone} has no free block in its slot of ${formatAddressBlock(range)} (free: ${firstFree}); specify a free block of /${LARGEST_BLOCK} to /${SMALLEST_RANGE} as the range of the network (cidrBlock), or add a range to the VPC`;
  }
  const problem = `the capacity does not fit zone ${zone}, whose slot has ${ladder.map(formatAddressBlock).join(", ")} with a first subnet of /${firstPrefixLength}`;
  const fits = (within: AddressBlock, length: number) =>
    planZone(layOutZone(zone, slot, within, length, within === range ? taken : []), capacity) !== undefined;
  const larger = lengths(firstPrefixLength - 1, largestFirstSubnet(range)).find((length) => fits(range, length));
  if (larger !== undefined) return `${problem}; use first subnets of /${larger} (subnetPrefix)`;
  const wider = lengths(range.prefixLength - 1, LARGEST_BLOCK)
    .map((prefixLength) => ({ first: 0, prefixLength }))
    .find((block) => fits(block, largestFirstSubnet(block)));
  return wider === undefined
    ? `${problem}, and not even a /${LARGEST_BLOCK} is large enough; plan fewer sets and consumers, or spread them over several networks`
    : `${problem}; use a range of /${wider.prefixLength} with first subnets of /${largestFirstSubnet(wider)} (cidrBlock, subnetPrefix)`;
}

/** Prefix lengths from the smallest subnets to the largest. */
function lengths(from: number, downTo: number): readonly number[] {
  return Array.from({ length: Math.max(0, from - downTo + 1) }, (_, index) => from - index);
}

function refusePublic({ publicZones, taken, range }: NetworkRequest, zones: readonly ZonePlan[]): string | undefined {
  const blocked = zones.find((zone) => publicZones.includes(zone.zone) && taken.some((block) => overlaps(block, zone.public)));
  return blocked === undefined
    ? undefined
    : `the public subnet of zone ${blocked.zone} needs ${formatAddressBlock(blocked.public)} of ${formatAddressBlock(range)}, which is taken; place the NAT gateway in another zone, or specify another range`;
}

function refuseSubnets(zones: readonly ZonePlan[], { capacity, firstPrefixLength }: NetworkRequest): string | undefined {
  const subnets = zones.reduce((sum, zone) => sum + zone.subnets.length, 0);
  if (subnets > MAX_SUBNETS_PER_FUNCTION)
    return (
      `the capacity needs ${subnets} subnets, and a function can have at most ${MAX_SUBNETS_PER_FUNCTION}; plan fewer zones, or use first subnets larger ` +
      `than /${firstPrefixLength}`
    );
  return refuseQuota(subnets, capacity);
}
