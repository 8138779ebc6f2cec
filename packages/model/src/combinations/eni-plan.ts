import { PossibleAliases } from "./possible-aliases";
import { type CombinationCounter, combinationCounter } from "./combination-counter";
import { countCombinations } from "./combinations";
import { type Count, restingOn, weakerBasis } from "../count/count";
import { type FigureCauses, causesOf } from "./causes";
import { HeldByVpc } from "./held-in-vpc";
import { type Key, keySet } from "../facts/key";
import type { Network } from "../facts/network";
import { placeAttachments, type VpcPlacement } from "./placement";
import { basisOf, resolveAttachments, type ResolvedAttachment } from "./resolved-attachment";
import { exactSelection } from "./selection";
import { planVpc, type VpcPlan } from "./vpc-plan";

/** The combinations of a network: at least so many Hyperplane ENIs once it is deployed. */
export interface EniPlan {
  /** Over all functions at once: never the sum of the VPCs, because one that is not placed counts in the max of each. */
  readonly combinations: Count;
  /** Those of them that the account does not hold already: what the deployment adds. All of them without an inventory. */
  readonly marginal: Count;
  readonly attachments: readonly ResolvedAttachment[];
  readonly vpcs: readonly VpcPlan[];
  readonly subnets: readonly SubnetPlan[];
  /** Attachments whose VPC does not show: in the max of every VPC, in the min of none. */
  readonly unplaced: readonly ResolvedAttachment[];
  /** What network connectors hold, counted apart: whether they share ENIs with functions is undocumented. */
  readonly connectors: Count;
  /** Functions that publish a version: their older versions keep what they hold, and no preview shows that. */
  readonly publishing: readonly Key[];
  /** Why the stack's figures may not be exact. */
  readonly causes: FigureCauses;
}

/** What one subnet holds. */
export interface SubnetPlan {
  readonly subnet: Key;
  readonly combinations: Count;
  /** Those of them that the account does not hold already. */
  readonly marginal: Count;
}

/**
 * Counts the combinations of a network, with bounds that hold under assumption S.
 * Laws: order, names and duplicates never matter; merging never adds a combination; a known network gives exact numbers.
 */
export function planEnis(network: Network): EniPlan {
  const aliases = new PossibleAliases(network.aliases ?? []);
  const attachments = resolveAttachments(network);
  const { vpcs, unplaced } = placeAttachments(network, attachments);
  const counter = combinationCounter(network, attachments, aliases);
  const holdings = new HeldByVpc(network, vpcs, aliases);
  return {
    combinations: counter.all(attachments),
    marginal: counter.marginal(attachments),
    attachments,
    vpcs: placesToJudge(vpcs, unplaced).map((placement) => {
      const reachable = [...unplaced, ...neighbours(placement, vpcs, aliases)];
      // That an attachment with unknown ids is elsewhere rests on assumption S too.
      return restingOnAll(attachments, planVpc(network, aliases, counter, { ...placement, reachable, held: holdings.in(placement) }));
    }),
    subnets: planSubnets(attachments, aliases, counter),
    unplaced,
    connectors: countCombinations(resolveAttachments(network, network.connectors ?? [])),
    publishing: keySet(attachments.filter(({ publishes }) => publishes).map(({ consumer }) => consumer)),
    causes: causesOf(attachments, [], aliases),
  };
}

/** Where no function shows its VPC, they may be in one together: a VPC that surely holds nothing and perhaps all of them. */
function placesToJudge(vpcs: readonly VpcPlacement[], unplaced: readonly ResolvedAttachment[]): readonly VpcPlacement[] {
  return vpcs.length === 0 && unplaced.length > 0 ? [{ attachments: [] }] : vpcs;
}

/** What other placements may turn out to be in the same VPC: those whose VPC does not show, or may be this one. */
function neighbours(placement: VpcPlacement, all: readonly VpcPlacement[], aliases: PossibleAliases): readonly ResolvedAttachment[] {
  const { vpc } = placement;
  const others = all.filter((other) => other !== placement);
  return others
    .filter((other) => vpc === undefined || other.vpc === undefined || aliases.mayBeEqual(vpc, other.vpc))
    .flatMap((other) => other.attachments);
}

function restingOnAll(attachments: readonly ResolvedAttachment[], plan: VpcPlan): VpcPlan {
  const basis = basisOf(attachments);
  return {
    ...plan,
    combinations: restingOn(basis, plan.combinations),
    marginal: restingOn(basis, plan.marginal),
    held: { ...plan.held, count: restingOn(basis, plan.held.count) },
    sets: restingOn(basis, plan.sets),
  };
}

function planSubnets(
  attachments: readonly ResolvedAttachment[],
  aliases: PossibleAliases,
  counter: CombinationCounter,
): readonly SubnetPlan[] {
  const basis = attachments.map((a) => a.subnets.basis).reduce(weakerBasis, "known");
  const touching = attachmentsBySubnet(attachments, aliases);
  const open = attachments.filter((a) => a.subnets.open);
  return keySet(attachments.flatMap((a) => a.subnets.possible)).map((subnet) => {
    const possible = [...(touching.get(aliases.representative(subnet)) ?? []), ...open];
    const certain = possible.filter((a) => a.subnets.certain.includes(subnet));
    const likely = possible.filter((a) => a.subnets.likely.includes(subnet));
    const here = (list: readonly ResolvedAttachment[]) => [...new Set(list)].map((a) => onlyIn(subnet, a));
    const lists = [here(certain), here(likely), here(possible)] as const;
    return { subnet, combinations: restingOn(basis, counter.all(...lists)), marginal: restingOn(basis, counter.marginal(...lists)) };
  });
}

/** Attachments whose lists do not leave it open what they may name, by the stand-in of each subnet they may name. */
function attachmentsBySubnet(
  attachments: readonly ResolvedAttachment[],
  aliases: PossibleAliases,
): ReadonlyMap<Key, readonly ResolvedAttachment[]> {
  const closed = attachments.filter((a) => !a.subnets.open);
  const pairs = closed.flatMap((a) =>
    keySet(a.subnets.possible.map((subnet) => aliases.representative(subnet))).map((subnet) => [subnet, a] as const),
  );
  return new Map([...Map.groupBy(pairs, ([subnet]) => subnet)].map(([subnet, touching]) => [subnet, touching.map(([, a]) => a)]));
}

/** The attachment as one subnet sees it. */
function onlyIn(subnet: Key, attachment: ResolvedAttachment): ResolvedAttachment {
  return { ...attachment, subnets: exactSelection([subnet], attachment.subnets.basis) };
}
