import type { CombinationCounter } from "../combinations/combination-counter";
import { countCombinations } from "../combinations/combinations";
import { between, type Count } from "../count/count";
import { mapReadings } from "../count/readings";
import { onlyIn, type SubnetPlan } from "../combinations/eni-plan";
import type { Key } from "../facts/key";
import type { ResolvedAttachment } from "../combinations/resolved-attachment";
import { readingsIn } from "../combinations/attachments-by-subnet";

/**
 * Addresses that combinations of functions take: one each. Where the inventory `counted` what is free, those that come new; else those of this
 * stack and whatever else the inventory shows there, `held` in all, which may be this stack's own that it gives up.
 */
export function combinationNeed({ combinations, marginal }: SubnetPlan, held: number, counted: boolean): Count {
  if (counted) return marginal;
  return between(combinations.min, held + marginal.likely, Math.max(combinations.max, held + marginal.max), combinations.basis);
}

/** The plan of a subnet that no function names, but some may turn out to use: those whose lists nothing bounds. */
export function unnamedSubnet(subnet: Key, functions: readonly ResolvedAttachment[], counter: CombinationCounter): SubnetPlan {
  const possibly = { lower: [], estimate: [], upper: functions.map((one) => onlyIn(subnet, one)) };
  return { subnet, combinations: counter.all(possibly), marginal: counter.marginal(possibly) };
}

/**
 * Addresses that network connectors take beside `combinations` of functions. Whether they share with functions or with each other is
 * undocumented: in the max none does, in the min all that can, so that both together are never less than either.
 */
export function connectorNeed(subnet: Key, connectors: readonly ResolvedAttachment[], combinations: Count): Count {
  const counted = countCombinations(mapReadings(readingsIn(subnet, connectors), (list) => list.map((one) => onlyIn(subnet, one))));
  return between(Math.max(0, counted.min - combinations.min), counted.likely, connectors.length, counted.basis);
}
