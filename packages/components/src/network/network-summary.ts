import { type Capacity, formatAddressBlock, peakEnis, type ZonePlan } from "@lambda-vpc/model";
import type { NetworkSummary } from "./network-outputs";

/** Summarizes a plan for the outputs of the stack. */
export function summarizeNetwork(zones: readonly ZonePlan[], capacity: Capacity): NetworkSummary {
  const subnets = zones.flatMap(({ zone, subnets: planned }) =>
    planned.map(({ block, usable, needed, free }) => ({ cidrBlock: formatAddressBlock(block), zone, usable, needed, free })),
  );
  const reserved = zones.map((zone) => ({ zone: zone.zone, cidrBlocks: zone.reserved.map(formatAddressBlock) }));
  return { ...eniCounts(capacity, subnets.length), subnets, reserved };
}

/** The ENIs of so many subnets. */
export function eniCounts(capacity: Capacity, subnets: number): Pick<NetworkSummary, "combinations" | "peakEnis" | "enisPerVpc"> {
  return { combinations: capacity.sets * subnets, peakEnis: peakEnis(capacity, subnets), enisPerVpc: capacity.enisPerVpc };
}
