import { DisjointSets } from "./disjoint-sets";
import { compareKeys, type Key, keySet } from "../facts/key";
import type { Network } from "../facts/network";
import type { ResolvedAttachment } from "./resolved-attachment";
import { vpcBySubnet } from "./vpc-by-subnet";

/** Attachments that share one VPC for certain. */
export interface VpcPlacement {
  /** The VPC's key; absent where the VPC does not show, although these attachments are in one together. */
  readonly vpc?: Key;
  readonly attachments: readonly ResolvedAttachment[];
}

/** Which VPC each attachment is in, as far as the network shows. */
export interface Placement {
  readonly vpcs: readonly VpcPlacement[];
  /** Attachments that show neither their VPC nor a subnet that others share, or that name subnets of two VPCs. */
  readonly unplaced: readonly ResolvedAttachment[];
}

/**
 * The VPC of a function follows from its subnets, else from its groups; functions that share a subnet share a VPC. Attachments and
 * subnets that are tied together form an island; an island with two VPCs contradicts itself, and then only what each attachment shows
 * on its own counts.
 */
export function placeAttachments(
  network: Network,
  attachments: readonly ResolvedAttachment[],
  vpcOf: ReadonlyMap<Key, Key> = vpcBySubnet(network),
): Placement {
  const vpcOfGroup = new Map(network.securityGroups.flatMap(({ key, vpc }) => (vpc === undefined ? [] : [[key, vpc] as const])));
  const anonymous: (readonly ResolvedAttachment[])[] = [];
  const placed: (readonly [Key, ResolvedAttachment])[] = [];
  const unplaced: ResolvedAttachment[] = [];

  for (const island of islands(attachments)) {
    const vpcs = vpcsOf(island, vpcOf, vpcOfGroup);
    if (vpcs.length === 0 && island.some((a) => a.subnets.certain.length > 0)) anonymous.push(island);
    else
      for (const attachment of island) {
        const [vpc, ...others] = vpcs.length === 1 ? vpcs : vpcsOf([attachment], vpcOf, vpcOfGroup);
        if (vpc === undefined || others.length > 0) unplaced.push(attachment);
        else placed.push([vpc, attachment]);
      }
  }

  const named = [...Map.groupBy(placed, ([vpc]) => vpc)].sort(([left], [right]) => compareKeys(left, right));
  return {
    vpcs: [
      ...named.map(([vpc, members]) => ({ vpc, attachments: members.map(([, attachment]) => attachment) })),
      ...anonymous.map((island) => ({ attachments: island })),
    ],
    unplaced,
  };
}

/** Subnets speak first; groups only where no subnet does, because a group can be associated with several VPCs. */
function vpcsOf(island: readonly ResolvedAttachment[], vpcOf: ReadonlyMap<Key, Key>, vpcOfGroup: ReadonlyMap<Key, Key>): readonly Key[] {
  const bySubnet = keySet(island.flatMap((a) => subnetEvidence(a, vpcOf)));
  if (bySubnet.length > 0) return bySubnet;
  return keySet(island.flatMap((a) => a.securityGroups.certain.flatMap((group) => vpcOfGroup.get(group) ?? [])));
}

/** The VPCs of an attachment's certain subnets, or the one VPC that all its possible subnets are in. */
function subnetEvidence({ subnets }: ResolvedAttachment, vpcOf: ReadonlyMap<Key, Key>): readonly Key[] {
  const certain = keySet(subnets.certain.flatMap((subnet) => vpcOf.get(subnet) ?? []));
  if (certain.length > 0 || subnets.open) return certain;
  const possible = keySet(subnets.possible.map((subnet) => vpcOf.get(subnet) ?? ""));
  return possible.length === 1 && possible[0] !== "" ? possible : [];
}

/** Attachments tied together by certain subnets that they share, in canonical order. */
function islands(attachments: readonly ResolvedAttachment[]): readonly (readonly ResolvedAttachment[])[] {
  const ordered = [...attachments].sort((a, b) => compareKeys(a.consumer, b.consumer));
  const ties = new DisjointSets<ResolvedAttachment | Key>();
  for (const attachment of ordered) for (const subnet of attachment.subnets.certain) ties.tie(attachment, subnet);
  return [...Map.groupBy(ordered, (attachment) => ties.rootOf(attachment)).values()];
}
