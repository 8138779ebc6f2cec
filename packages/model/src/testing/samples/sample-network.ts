import type { Key } from "../../facts/key";
import type { Attachment, Network, SecurityGroup, Subnet } from "../../facts/network";
import { knownList, type PartialList } from "../../facts/partial-list";

/** A network of the given parts. All other parts are empty. */
export function sampleNetwork(parts: Partial<Network>): Network {
  return { subnets: [], securityGroups: [], attachments: [], ...parts };
}

/** A private subnet, of a VPC where one is given. */
export function subnetIn(vpc: Key | undefined, key: Key): Subnet {
  return { key, public: false, ...(vpc === undefined ? {} : { vpc }) };
}

/** A group without rules, of a VPC where one is given. */
export function groupIn(vpc: Key | undefined, key: Key): SecurityGroup {
  const nothing = { ok: true, value: [] } as const;
  return { key, outbound: nothing, references: nothing, otherUsers: [], ...(vpc === undefined ? {} : { vpc }) };
}

/** A function over `subnets` with `securityGroups`; plain keys are lists without unknowns. */
export function attach(consumer: Key, subnets: readonly Key[] | PartialList, securityGroups: readonly Key[] | PartialList): Attachment {
  return { consumer, subnets: listOf(subnets), securityGroups: listOf(securityGroups) };
}

function listOf(list: readonly Key[] | PartialList): PartialList {
  return "holes" in list ? list : knownList(list);
}

/** A list that is one unknown value over `candidates`. */
export function unknownList(...candidates: readonly Key[]): PartialList {
  return { known: [], holes: "unknown", candidates };
}

/** A list of `known` elements and `holes` unknown ones out of `candidates`. */
export function listWithHoles(holes: number, candidates: readonly Key[], known: readonly Key[] = []): PartialList {
  return { known, holes, candidates };
}
