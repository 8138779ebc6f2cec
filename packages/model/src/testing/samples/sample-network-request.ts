import { type AddressBlock, readAddressBlock } from "../../addresses/address-block";
import type { Capacity } from "../../budget/capacity";
import type { NetworkRequest } from "../../layout/network-plan";

/** A block that a test writes out. */
export function block(text: string): AddressBlock {
  const reading = readAddressBlock(text);
  if (!reading.ok) throw new Error(reading.error);
  return reading.value;
}

/** One set, no consumers and no margin, except for what a test specifies. */
export function capacityOf(parts: Partial<Capacity> = {}): Capacity {
  return { sets: 1, connections: 0, consumers: [], changeover: 0, growth: 0, headroom: 0, enisPerVpc: 500, ...parts };
}

/** Two zones in a /16 with first subnets of /24, except for what a test specifies. */
export function requestOf(parts: Partial<NetworkRequest> = {}): NetworkRequest {
  return {
    range: block("10.0.0.0/16"),
    zones: ["us-east-1a", "us-east-1b"],
    firstPrefixLength: 24,
    taken: [],
    publicZones: [],
    capacity: capacityOf(),
    ...parts,
  };
}
