import type { Key } from "../facts/key";
import type { Network } from "../facts/network";
import { type CombinationCounter, combinationCounter } from "./combination-counter";
import { type Placement, placeAttachments } from "./placement";
import { PossibleAliases } from "./possible-aliases";
import { resolveAttachments, type ResolvedAttachment } from "./resolved-attachment";
import { vpcBySubnet } from "./vpc-by-subnet";

/** A network whose lists have been read as sets and whose functions have been placed in VPCs. It is built once per analysis. */
export interface ResolvedNetwork {
  readonly network: Network;
  readonly aliases: PossibleAliases;
  /** The attachments of functions. */
  readonly attachments: readonly ResolvedAttachment[];
  /** The attachments of network connectors. */
  readonly connectors: readonly ResolvedAttachment[];
  /** The subnets and groups of capacity providers. */
  readonly capacityProviders: readonly ResolvedAttachment[];
  /** The VPC of each subnet, if known. */
  readonly vpcBySubnet: ReadonlyMap<Key, Key>;
  /** The VPC of each function, if known. */
  readonly placement: Placement;
  readonly counter: CombinationCounter;
}

/** Resolves a network under assumption S (docs/eni-model.md). Law: order and duplicates of its parts never change a result. */
export function resolveNetwork(network: Network): ResolvedNetwork {
  const aliases = new PossibleAliases(network.aliases ?? []);
  const attachments = resolveAttachments(network);
  const vpcs = vpcBySubnet(network);
  return {
    network,
    aliases,
    attachments,
    connectors: resolveAttachments(network, network.connectors ?? []),
    capacityProviders: resolveAttachments(network, network.capacityProviders ?? []),
    vpcBySubnet: vpcs,
    placement: placeAttachments(network, attachments, vpcs),
    counter: combinationCounter(network, attachments, aliases),
  };
}
