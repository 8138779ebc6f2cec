import type { AddressConsumer, AddressConsumerKind } from "../../facts/address-consumer";
import type { Assumptions } from "../../facts/assumptions";
import type { Key } from "../../facts/key";
import type { Subnet } from "../../facts/network";
import { knownList, type PartialList } from "../../facts/partial-list";

/** Assumptions that add nothing, except for those that a test specifies. */
export function assuming(parts: Partial<Assumptions> = {}): Assumptions {
  return { changeover: 0, growth: 0, connections: [], enisPerVpc: 500, ...parts };
}

/** A subnet of the stack with a known range. */
export function subnetWith(key: Key, cidrBlock: string): Subnet {
  return { key, public: false, cidrBlock: { ok: true, value: cidrBlock } };
}

/** An address consumer, named after its kind. */
export function taker(
  kind: AddressConsumerKind,
  subnets: readonly Key[] | PartialList,
  parts: Partial<AddressConsumer> = {},
): AddressConsumer {
  return { consumer: kind, kind, subnets: "holes" in subnets ? subnets : knownList(subnets), ...parts };
}
