import { type Basis, type Verdict, weakerBasis } from "../count/count";
import { isManaged, type Key, keySet } from "../facts/key";
import type { Network } from "../facts/network";
import type { Uncertainty } from "../count/uncertainty";
import type { ResolvedAttachment } from "./resolved-attachment";
import type { ResolvedNetwork } from "./resolved-network";
import type { Selection } from "../selections/selection";

/** Where a subnet or a security group is: in a VPC, in the default VPC, in a VPC that existed before the stack, or unknown. */
export type VpcPart = { readonly key: Key; readonly kind: "subnet" | "security-group" } & (
  { readonly place: "vpc"; readonly vpc: Key } | { readonly place: "default-vpc" | "existing-vpc" | "unknown" }
);

/** Whether the subnets and groups of one consumer can be in one VPC (docs/aws-facts.md#one-vpc). */
export interface VpcAgreement {
  readonly verdict: Verdict;
  /** The subnets and groups that it has for certain with their places. All that it may have if it is undecided, or if none is certain. */
  readonly parts: readonly VpcPart[];
  readonly basis: Basis;
  /** Why it is undecided. */
  readonly cause: Uncertainty;
}

/** Whether a part can be used in a VPC: certainly, presumably because nothing is known of it, doubtfully, or not. */
type Fit = "yes" | "presumably" | "doubtful" | "no";

/**
 * Judges the attachments of a network; its facts are indexed once for all of them. An attachment is a violation if no VPC fits: neither one that a
 * part names nor another one. It is ok if one VPC fits everything that the lists may contain. Parts of which nothing is known are presumed to be where the others are, unless the stack makes the VPC.
 */
export function vpcAgreement(resolved: ResolvedNetwork): (attachment: ResolvedAttachment) => VpcAgreement {
  const places = new Places(resolved);
  return (attachment) => agreementOf(attachment, places);
}

function agreementOf({ subnets, securityGroups }: ResolvedAttachment, places: Places): VpcAgreement {
  const partsOf = (which: (selection: Selection) => readonly Key[]): readonly VpcPart[] => [
    ...which(subnets).map((key) => places.ofSubnet(key)),
    ...which(securityGroups).map((key) => places.ofSecurityGroup(key)),
  ];
  const possible = partsOf((selection) => selection.possible);
  const parts = new Map(possible.map((part) => [part.key, part]));
  const vpcs = keySet(possible.flatMap((part) => places.vpcsOf(part)));
  const fitting = [...vpcs, undefined].filter((vpc) => {
    const fits = (key: Key): boolean => fitOf(places, parts, key, vpc) !== "no";
    return mayHoldOnly(subnets, fits) && mayHoldOnly(securityGroups, fits);
  });
  const settled = fitting.some((vpc) => possible.every((part) => ["yes", "presumably"].includes(places.fit(part, vpc))));
  const stated = fitting.length > 0 ? possible : partsOf(({ certain, possible: all }) => (certain.length > 0 ? certain : all));
  return {
    verdict: fitting.length === 0 ? "violation" : settled ? "ok" : "undecided",
    parts: stated,
    basis: weakerBasis(subnets.basis, securityGroups.basis),
    cause: subnets.uncertainty ?? securityGroups.uncertainty ?? "vpc-unknown",
  };
}

function fitOf(places: Places, parts: ReadonlyMap<Key, VpcPart>, key: Key, vpc: Key | undefined): Fit {
  const part = parts.get(key);
  return part === undefined ? "presumably" : places.fit(part, vpc);
}

/**
 * Whether the set may consist of keys that fit. If a list has more holes than candidates, some are repeated, but each is one of the candidates
 * (docs/eni-model.md, assumption S, part a).
 */
function mayHoldOnly({ certain, possible, least, open, uncertainty }: Selection, fits: (key: Key) => boolean): boolean {
  const mayHoldOthers = open && uncertainty !== "more-unknown-than-candidates";
  return certain.every(fits) && (mayHoldOthers || possible.filter(fits).length >= least);
}

/** The places of the subnets and groups of a network. */
class Places {
  private readonly subnets: ReadonlyMap<Key, Network["subnets"][number]>;
  private readonly groups: ReadonlyMap<Key, Network["securityGroups"][number]>;
  private readonly vpcs: ReadonlyMap<Key, NonNullable<Network["vpcs"]>[number]>;

  constructor(private readonly resolved: ResolvedNetwork) {
    const { subnets, securityGroups, vpcs = [] } = resolved.network;
    this.subnets = new Map(subnets.map((subnet) => [subnet.key, subnet]));
    this.groups = new Map(securityGroups.map((group) => [group.key, group]));
    this.vpcs = new Map(vpcs.map((vpc) => [vpc.key, vpc]));
  }

  ofSubnet(key: Key): VpcPart {
    return partOf(key, "subnet", this.resolved.vpcBySubnet.get(key), this.subnets.get(key)?.inDefaultVpc);
  }

  ofSecurityGroup(key: Key): VpcPart {
    const group = this.groups.get(key);
    return partOf(key, "security-group", group?.createdIn ?? group?.vpc, group?.inDefaultVpc);
  }

  /** The VPCs that a part names: its own, and those that it is associated with. */
  vpcsOf(part: VpcPart): readonly Key[] {
    const associated = this.associationsOf(part).flatMap(({ vpc }) => vpc ?? []);
    return part.place === "vpc" ? [part.vpc, ...associated] : associated;
  }

  /** `vpc` undefined: a VPC that no part names. */
  fit(part: VpcPart, vpc: Key | undefined): Fit {
    const inPlace = this.fitOfPlace(part, vpc);
    if (inPlace === "yes") return inPlace;
    const associations = this.associationsOf(part);
    if (associations.some((one) => one.vpc !== undefined && one.vpc === vpc && one.groups.length === 1)) return "yes";
    const mayBeAssociated = associations.some((one) => one.vpc === undefined || one.vpc === vpc);
    return inPlace === "no" && mayBeAssociated ? "doubtful" : inPlace;
  }

  private fitOfPlace(part: VpcPart, vpc: Key | undefined): Fit {
    if (part.place === "vpc") {
      if (part.vpc === vpc) return "yes";
      return vpc !== undefined && this.mayBeEqual(part.vpc, vpc) ? "presumably" : "no";
    }
    if (vpc === undefined || !isManaged(vpc)) return "presumably";
    const { creating, adopted } = this.vpcs.get(vpc) ?? {};
    if (adopted === true) return "presumably";
    // Nothing that exists already, and nothing of the default VPC, is in a VPC that is being created.
    return part.place !== "unknown" && creating === true ? "no" : "doubtful";
  }

  /** An adopted VPC may be one that is named by its id. Two different ids, and two resources, are two VPCs. */
  private mayBeEqual(left: Key, right: Key): boolean {
    return isManaged(left) !== isManaged(right) && this.resolved.aliases.mayBeEqual(left, right);
  }

  private associationsOf({ key, kind }: VpcPart): NonNullable<Network["groupAssociations"]> {
    if (kind === "subnet") return [];
    return (this.resolved.network.groupAssociations ?? []).filter(({ groups }) => groups.includes(key));
  }
}

/** An id that the stack does not manage was there before the stack. */
function partOf(key: Key, kind: VpcPart["kind"], vpc: Key | undefined, inDefaultVpc: true | undefined): VpcPart {
  if (vpc !== undefined) return { key, kind, place: "vpc", vpc };
  if (inDefaultVpc === true) return { key, kind, place: "default-vpc" };
  return { key, kind, place: isManaged(key) ? "unknown" : "existing-vpc" };
}
