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

/** Most zones that one network spreads over. */
export const MOST_ZONES = 6;

/** What a network's subnets are laid out from. All but zones and capacity must stay what it was when the network was first made. */
export interface NetworkRequest {
  /** Addresses of the VPC that are for this network alone. */
  readonly range: AddressBlock;
  /** Availability zones in any order: each has a slot of its own. */
  readonly zones: readonly string[];
  readonly firstPrefixLength: number;
  /** What others have of the range. A block that is taken later moves nothing, for it cannot overlap a subnet that is there. */
  readonly taken: readonly AddressBlock[];
  /** Whether a zone's public subnet is to be made, too. */
  readonly publicZones: readonly string[];
  readonly capacity: Capacity;
}

/** A network's subnets, zone by zone in the order of the request; or why they cannot be had, with the fix. */
export type NetworkPlan = Result<readonly ZonePlan[]>;

/**
 * Lays out the subnets of a network.
 * Laws: subnets never overlap each other nor what is taken; they lie inside the range; each zone has room for the capacity at its peak; a zone
 * more or in another place, a greater capacity and a further taken block move and resize none.
 */
export function planNetwork(request: NetworkRequest): NetworkPlan {
  const why = refuseZones(request) ?? refuseSizes(request) ?? refuseQuota(request.zones.length, request.capacity);
  if (why !== undefined) return failure(why);
  const zones = request.zones.map((zone) => planZone(layoutOf(request, zone), request.capacity));
  const lacking = request.zones.find((_, index) => zones[index] === undefined);
  if (lacking !== undefined) return failure(noRoom(request, lacking));
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
  if (twice !== undefined) return `zone ${twice} is named twice; name each zone once`;
  if (zones.length < 1 || zones.length > MOST_ZONES)
    return `${counted(zones.length, "zone")} cannot be had; name 1 to ${MOST_ZONES} availability zones`;
  const [name, id] = [zones.find((zone) => !isZoneId(zone)), zones.find(isZoneId)];
  if (name !== undefined && id !== undefined)
    return `${name} is a zone's name and ${id} an id, and both may be one zone; write either names or ids`;
  const stranger = zones.find((zone) => regionOf(zone) !== regionOf(zones[0]));
  if (stranger !== undefined) return `${zones[0]} and ${stranger} are in different Regions, and a VPC is in one; name zones of one Region`;
  const unknown = publicZones.find((zone) => !zones.includes(zone));
  return unknown === undefined ? undefined : `${unknown} is none of its zones (${zones.join(", ")}); name one of them`;
}

function regionOf(zone: string | undefined): string | undefined {
  return zone?.replace(/-az\d+$|[a-z]$/, "");
}

function refuseSizes({ range, firstPrefixLength, taken }: NetworkRequest): string | undefined {
  if (range.prefixLength > SMALLEST_RANGE)
    return `${formatAddressBlock(range)} is too small for eight zones' slots; give a range of /${LARGEST_BLOCK} to /${SMALLEST_RANGE}`;
  const largest = largestFirstSubnet(range);
  if (!Number.isInteger(firstPrefixLength) || firstPrefixLength < largest || firstPrefixLength > SMALLEST_BLOCK)
    return `first subnets of /${firstPrefixLength} cannot be had in ${formatAddressBlock(range)}; choose a prefix length from ${largest} to ${SMALLEST_BLOCK}`;
  return taken.some((block) => contains(block, range))
    ? `${formatAddressBlock(range)} is taken whole; give a range of the VPC that is free, or take blocks out of those that are said to be taken`
    : undefined;
}

function refuseQuota(subnets: number, capacity: Capacity): string | undefined {
  const { sets, headroom, enisPerVpc } = capacity;
  const peak = peakEnis(capacity, subnets);
  const limit = lessShare(enisPerVpc, headroom);
  if (peak <= limit) return undefined;
  return (
    `${counted(sets, "set")} over ${counted(subnets, "subnet")} hold up to ${peak} ENIs while functions move, and of the ${enisPerVpc} that AWS grants a VPC ` +
    `${limit} may be used; share sets among more functions, plan fewer zones, or have quota L-9FEE3D26 raised and say so (enisPerVpc)`
  );
}

function noRoom(request: NetworkRequest, zone: string): string {
  const { range, firstPrefixLength, capacity, taken } = request;
  const { ladder, slot } = layoutOf(request, zone);
  if (ladder.length === 0) {
    const free = freeBlocks([range], taken).map(formatAddressBlock);
    const shown = free.length === 0 ? "nothing" : free.slice(0, 3).join(", ");
    return `zone ${zone} finds no free block in its slot of ${formatAddressBlock(range)}, of which ${shown} is free; give a free block of /${LARGEST_BLOCK} to /${SMALLEST_RANGE} as the network's range (cidrBlock), or add a range to the VPC`;
  }
  const most = `zone ${zone} has no room for the capacity in ${ladder.map(formatAddressBlock).join(", ")}, all that its slot has for a first subnet of /${firstPrefixLength}`;
  const fits = (within: AddressBlock, length: number) =>
    planZone(layOutZone(zone, slot, within, length, within === range ? taken : []), capacity) !== undefined;
  const larger = lengths(firstPrefixLength - 1, largestFirstSubnet(range)).find((length) => fits(range, length));
  if (larger !== undefined) return `${most}; a network that begins with /${larger} would have it (subnetPrefix)`;
  const wider = lengths(range.prefixLength - 1, LARGEST_BLOCK)
    .map((prefixLength) => ({ first: 0, prefixLength }))
    .find((block) => fits(block, largestFirstSubnet(block)));
  return wider === undefined
    ? `${most}, and not even a /${LARGEST_BLOCK} would have it; plan fewer sets and consumers, or spread them over several networks`
    : `${most}; a range of /${wider.prefixLength} with first subnets of /${largestFirstSubnet(wider)} would have it (cidrBlock, subnetPrefix)`;
}

/** Prefix lengths from the smallest subnets to the largest. */
function lengths(from: number, downTo: number): readonly number[] {
  return Array.from({ length: Math.max(0, from - downTo + 1) }, (_, index) => from - index);
}

function refusePublic({ publicZones, taken, range }: NetworkRequest, zones: readonly ZonePlan[]): string | undefined {
  const blocked = zones.find((zone) => publicZones.includes(zone.zone) && taken.some((block) => overlaps(block, zone.public)));
  return blocked === undefined
    ? undefined
    : `the public subnet of zone ${blocked.zone} would be ${formatAddressBlock(blocked.public)} of ${formatAddressBlock(range)}, which others have; put the NAT gateway into another zone, or give the network another range`;
}

function refuseSubnets(zones: readonly ZonePlan[], { capacity, firstPrefixLength }: NetworkRequest): string | undefined {
  const subnets = zones.reduce((sum, zone) => sum + zone.subnets.length, 0);
  if (subnets > MAX_SUBNETS_PER_FUNCTION)
    return (
      `the capacity asks for ${subnets} subnets, and a function takes at most ${MAX_SUBNETS_PER_FUNCTION}; plan fewer zones, or begin with subnets larger ` +
      `than /${firstPrefixLength}`
    );
  return refuseQuota(subnets, capacity);
}
