import type { PossibleAliases } from "./possible-aliases";
import { AttachmentsBySubnet } from "./attachments-by-subnet";
import { countCombinations } from "./combinations";
import { type Basis, type Count, restingOn } from "../count/count";
import { type FigureCauses, causesOf } from "./causes";
import { HeldByVpc } from "./held-in-vpc";
import { type Key, keySet } from "../facts/key";
import { mapReadings, sameReadings } from "../count/readings";
import type { VpcPlacement } from "./placement";
import { basisOf, type ResolvedAttachment, withoutRepetitions } from "./resolved-attachment";
import type { ResolvedNetwork } from "./resolved-network";
import { exactSelection } from "../selections/selection";
import { planVpc, type VpcPlan } from "./vpc-plan";

/** The combinations of a network: the lower bound of its Hyperplane ENIs once it is deployed. */
export interface EniPlan {
  /** Over all functions at once. It is not the sum of the VPCs, because an unplaced attachment counts in the max of each VPC. */
  readonly combinations: Count;
  /** The combinations that the account does not hold yet, which the deployment adds. Without an inventory, all of them. */
  readonly marginal: Count;
  readonly attachments: readonly ResolvedAttachment[];
  readonly vpcs: readonly VpcPlan[];
  readonly subnets: readonly SubnetPlan[];
  /** Attachments whose VPC is unknown. They count in the max of every VPC and in no min. */
  readonly unplaced: readonly ResolvedAttachment[];
  /** The combinations of network connectors, counted separately: whether they share ENIs with functions is undocumented. */
  readonly connectors: Count;
  /** Functions that publish a version. Their older versions keep their combinations, which no preview shows. */
  readonly publishing: readonly Key[];
  /** Why the stack's figures may not be exact. */
  readonly causes: FigureCauses;
}

/** The combinations of one subnet. */
export interface SubnetPlan {
  readonly subnet: Key;
  readonly combinations: Count;
  /** The combinations that the account does not hold yet. */
  readonly marginal: Count;
}

/**
 * Counts the combinations of a network with bounds that hold under assumption S.
 * Laws: order, names and duplicates never matter; merging never adds a combination; a known network gives exact numbers.
 */
export function planEnis(resolved: ResolvedNetwork): EniPlan {
  const { network, aliases, attachments, connectors, placement, counter } = resolved;
  const { vpcs, unplaced } = placement;
  const [holdings, basis, different] = [new HeldByVpc(resolved), basisOf(attachments), sameReadings(withoutRepetitions(attachments))];
  return {
    combinations: counter.all(different),
    marginal: counter.marginal(different),
    attachments,
    vpcs: placementsToPlan(vpcs, unplaced).map((place) => {
      const reachable = [...unplaced, ...neighbours(place, vpcs, aliases)];
      // That an attachment with unknown ids is elsewhere also depends on assumption S.
      return restingOnAll(basis, planVpc(network, aliases, counter, { ...place, reachable, held: holdings.in(place) }));
    }),
    subnets: planSubnets(resolved, different.upper),
    unplaced,
    connectors: countCombinations(sameReadings(connectors)),
    publishing: keySet(attachments.filter(({ publishes }) => publishes).map(({ consumer }) => consumer)),
    causes: causesOf(attachments, [], aliases),
  };
}

/** If the VPC of every function is unknown, they may share one VPC: it holds nothing for certain and possibly all of them. */
function placementsToPlan(vpcs: readonly VpcPlacement[], unplaced: readonly ResolvedAttachment[]): readonly VpcPlacement[] {
  return vpcs.length === 0 && unplaced.length > 0 ? [{ attachments: [] }] : vpcs;
}

/** The attachments of other placements that may be in the same VPC: their VPC is unknown, or may be an alias of this one. */
function neighbours(placement: VpcPlacement, all: readonly VpcPlacement[], aliases: PossibleAliases): readonly ResolvedAttachment[] {
  const { vpc } = placement;
  const others = all.filter((other) => other !== placement);
  return others
    .filter((other) => vpc === undefined || other.vpc === undefined || aliases.mayBeEqual(vpc, other.vpc))
    .flatMap((other) => other.attachments);
}

function restingOnAll(basis: Basis, plan: VpcPlan): VpcPlan {
  return {
    ...plan,
    combinations: restingOn(basis, plan.combinations),
    marginal: restingOn(basis, plan.marginal),
    held: { ...plan.held, count: restingOn(basis, plan.held.count) },
    sets: restingOn(basis, plan.sets),
  };
}

function planSubnets({ aliases, counter }: ResolvedNetwork, attachments: readonly ResolvedAttachment[]): readonly SubnetPlan[] {
  const basis = attachments.every(({ subnets }) => subnets.basis === "known") ? "known" : "dependencies";
  const bySubnet = new AttachmentsBySubnet(attachments, aliases);
  return keySet(attachments.flatMap((a) => a.subnets.possible)).map((subnet) => {
    const here = mapReadings(bySubnet.readings(subnet), (list) => list.map((a) => onlyIn(subnet, a)));
    return { subnet, combinations: restingOn(basis, counter.all(here)), marginal: restingOn(basis, counter.marginal(here)) };
  });
}

/** The attachment reduced to one subnet. */
export function onlyIn(subnet: Key, attachment: ResolvedAttachment): ResolvedAttachment {
  return { ...attachment, subnets: exactSelection([subnet], attachment.subnets.basis) };
}
