import type { PossibleAliases } from "./possible-aliases";
import { AttachmentsBySubnet } from "./attachments-by-subnet";
import { countCombinations } from "./combinations";
import { type Count, restingOn, weakerBasis } from "../count/count";
import { type FigureCauses, causesOf } from "./causes";
import { HeldByVpc } from "./held-in-vpc";
import { type Key, keySet } from "../facts/key";
import { mapReadings, sameReadings } from "../count/readings";
import type { VpcPlacement } from "./placement";
import { basisOf, type ResolvedAttachment } from "./resolved-attachment";
import type { ResolvedNetwork } from "./resolved-network";
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
export function planEnis(resolved: ResolvedNetwork): EniPlan {
  const { network, aliases, attachments, connectors, placement, counter } = resolved;
  const { vpcs, unplaced } = placement;
  const holdings = new HeldByVpc(resolved);
  return {
    combinations: counter.all(sameReadings(attachments)),
    marginal: counter.marginal(sameReadings(attachments)),
    attachments,
    vpcs: placesToJudge(vpcs, unplaced).map((place) => {
      const reachable = [...unplaced, ...neighbours(place, vpcs, aliases)];
      // That an attachment with unknown ids is elsewhere depends on assumption S too.
      return restingOnAll(attachments, planVpc(network, aliases, counter, { ...place, reachable, held: holdings.in(place) }));
    }),
    subnets: planSubnets(resolved),
    unplaced,
    connectors: countCombinations(sameReadings(connectors)),
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

function planSubnets({ attachments, aliases, counter }: ResolvedNetwork): readonly SubnetPlan[] {
  const basis = attachments.map((a) => a.subnets.basis).reduce(weakerBasis, "known");
  const bySubnet = new AttachmentsBySubnet(attachments, aliases);
  return keySet(attachments.flatMap((a) => a.subnets.possible)).map((subnet) => {
    const here = mapReadings(bySubnet.readings(subnet), (list) => list.map((a) => onlyIn(subnet, a)));
    return { subnet, combinations: restingOn(basis, counter.all(here)), marginal: restingOn(basis, counter.marginal(here)) };
  });
}

/** The attachment as one subnet sees it. */
export function onlyIn(subnet: Key, attachment: ResolvedAttachment): ResolvedAttachment {
  return { ...attachment, subnets: exactSelection([subnet], attachment.subnets.basis) };
}
