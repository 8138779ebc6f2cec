import { countCombinations } from "./combinations";
import { between, type Count } from "./count";
import type { SubnetPlan } from "./eni-plan";
import type { Key } from "./key";
import { basisOf, type ResolvedAttachment } from "./resolved-attachment";
import { exactSelection } from "./selection";
import { likelyIn, surelyIn } from "./subnet-residents";

/** What is known of the combinations of one subnet beside who may be in it. */
export interface SubnetSituation {
  readonly subnet: Key;
  /** What the plan counts there; absent where no function names the subnet. */
  readonly plan: SubnetPlan | undefined;
  /** Combinations that the inventory shows there, this stack's among them. */
  readonly held: number;
  /** Whether the addresses of what is held are counted as used already. */
  readonly counted: boolean;
}

/**
 * Addresses that combinations of functions take: one each. Where the inventory counted what is free, those that come new; else those of this
 * stack and whatever else the inventory shows there, which may be this stack's own that it gives up.
 */
export function combinationNeed(functions: readonly ResolvedAttachment[], { plan, held, counted }: SubnetSituation): Count {
  if (plan === undefined) return between(0, counted ? 0 : held, functions.length + (counted ? 0 : held), basisOf(functions));
  const { combinations, marginal } = plan;
  if (counted) return marginal;
  return between(combinations.min, held + marginal.likely, Math.max(combinations.max, held + marginal.max), combinations.basis);
}

/**
 * Addresses that network connectors take beside `combinations` of functions. Whether they share with functions or with each other is
 * undocumented: in the max none does, in the min all that can, so that both together are never less than either.
 */
export function connectorNeed(subnet: Key, connectors: readonly ResolvedAttachment[], combinations: Count): Count {
  const here = (list: readonly ResolvedAttachment[]): readonly ResolvedAttachment[] =>
    list.map((one) => ({ ...one, subnets: exactSelection([subnet], one.subnets.basis) }));
  const counted = countCombinations(here(surelyIn(subnet, connectors)), here(likelyIn(subnet, connectors)), here(connectors));
  return between(Math.max(0, counted.min - combinations.min), counted.likely, connectors.length, counted.basis);
}
