import { type Capacity, formatAddressBlock, peakEnis, type ZonePlan } from "@lambda-vpc/model";
import type { NetworkSummary } from "./network-outputs";

/** What a plan comes to, for whoever reads the stack's outputs. */
export function summarizeNetwork(zones: readonly ZonePlan[], capacity: Capacity): NetworkSummary {
  const subnets = zones.flatMap(({ zone, subnets: planned }) =>
    planned.map(({ block, usable, needed, free }) => ({ cidrBlock: formatAddressBlock(block), zone, usable, needed, free })),
  );
  const reserved = zones.map(({ zone, room }) => ({ zone, cidrBlocks: room.map(formatAddressBlock) }));
  return { ...eniCounts(capacity, subnets.length), subnets, reserved };
}

/** The ENIs of so many subnets. */
export function eniCounts(capacity: Capacity, subnets: number): Pick<NetworkSummary, "combinations" | "peakEnis" | "enisPerVpc"> {
  return { combinations: capacity.sets * subnets, peakEnis: peakEnis(capacity, subnets), enisPerVpc: capacity.enisPerVpc };
}
