import { type Capacity, formatAddressBlock, type ZonePlan } from "@lambda-vpc/model";
import type { NetworkSummary } from "./network-outputs";

/** What a plan comes to, for whoever reads the stack's outputs. */
export function summarize(zones: readonly ZonePlan[], capacity: Capacity): NetworkSummary {
  const subnets = zones.flatMap(({ zone, subnets: planned }) =>
    planned.map(({ block, usable, needed, free }) => ({ cidrBlock: formatAddressBlock(block), zone, usable, needed, free })),
  );
  const room = zones.map(({ zone, room }) => ({ zone, cidrBlocks: room.map(formatAddressBlock) }));
  return { ...enis(capacity, subnets.length), subnets, room };
}

/** The ENIs of so many subnets. */
export function enis(
  { sets, changeover, enisPerVpc }: Capacity,
  subnets: number,
): Pick<NetworkSummary, "combinations" | "peakEnis" | "enisPerVpc"> {
  const combinations = sets * subnets;
  return { combinations, peakEnis: combinations + Math.ceil(sets * changeover - 1e-9) * subnets, enisPerVpc };
}
