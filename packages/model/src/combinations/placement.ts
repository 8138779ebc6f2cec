import { DisjointSets } from "./disjoint-sets";
import { compareKeys, type Key, keySet } from "../facts/key";
import type { Network } from "../facts/network";
import type { ResolvedAttachment } from "./resolved-attachment";
import { vpcBySubnet } from "./vpc-by-subnet";

/** Attachments that certainly share one VPC. */
export interface VpcPlacement {
  /** The key of the VPC. Absent if the VPC is unknown, although these attachments are in one VPC. */
  readonly vpc?: Key;
  readonly attachments: readonly ResolvedAttachment[];
}

/** The VPC of each attachment, if known. */
export interface Placement {
  readonly vpcs: readonly VpcPlacement[];
  /** Attachments whose VPC is unknown and that share no known subnet, or that name subnets of two VPCs. */
  readonly unplaced: readonly ResolvedAttachment[];
}

/**
 * The VPC of a function follows from its subnets, otherwise from its groups. Functions that share a subnet share a VPC. Attachments that are
 * connected by shared subnets form a cluster. A cluster with two VPCs is contradictory: then each of its attachments is placed separately.
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

  for (const cluster of clusters(attachments)) {
    const vpcs = vpcsOf(cluster, vpcOf, vpcOfGroup);
    if (vpcs.length === 0 && cluster.some((a) => a.subnets.certain.length > 0)) anonymous.push(cluster);
    else
      for (const attachment of cluster) {
        const [vpc, ...others] = vpcs.length === 1 ? vpcs : vpcsOf([attachment], vpcOf, vpcOfGroup);
        if (vpc === undefined || others.length > 0) unplaced.push(attachment);
        else placed.push([vpc, attachment]);
      }
  }

  const named = [...Map.groupBy(placed, ([vpc]) => vpc)].sort(([left], [right]) => compareKeys(left, right));
  return {
    vpcs: [
      ...named.map(([vpc, members]) => ({ vpc, attachments: members.map(([, attachment]) => attachment) })),
      ...anonymous.map((cluster) => ({ attachments: cluster })),
    ],
    unplaced,
  };
}

/** The VPCs of subnets, and those of groups only if no subnet has one, because a group can be associated with several VPCs. */
function vpcsOf(cluster: readonly ResolvedAttachment[], vpcOf: ReadonlyMap<Key, Key>, vpcOfGroup: ReadonlyMap<Key, Key>): readonly Key[] {
  const bySubnet = keySet(cluster.flatMap((a) => subnetEvidence(a, vpcOf)));
  if (bySubnet.length > 0) return bySubnet;
  return keySet(cluster.flatMap((a) => a.securityGroups.certain.flatMap((group) => vpcOfGroup.get(group) ?? [])));
}

/** The VPCs of an attachment's certain subnets, or the one VPC of all its possible subnets. */
function subnetEvidence({ subnets }: ResolvedAttachment, vpcOf: ReadonlyMap<Key, Key>): readonly Key[] {
  const certain = keySet(subnets.certain.flatMap((subnet) => vpcOf.get(subnet) ?? []));
  if (certain.length > 0 || subnets.open) return certain;
  const possible = keySet(subnets.possible.map((subnet) => vpcOf.get(subnet) ?? ""));
  return possible.length === 1 && possible[0] !== "" ? possible : [];
}

/** Attachments connected by certain subnets that they share, in canonical order. */
function clusters(attachments: readonly ResolvedAttachment[]): readonly (readonly ResolvedAttachment[])[] {
  const ordered = [...attachments].sort((a, b) => compareKeys(a.consumer, b.consumer));
  const sets = new DisjointSets<ResolvedAttachment | Key>();
  for (const attachment of ordered) for (const subnet of attachment.subnets.certain) sets.union(attachment, subnet);
  return [...Map.groupBy(ordered, (attachment) => sets.rootOf(attachment)).values()];
}
