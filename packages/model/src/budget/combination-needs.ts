import type { CombinationCounter } from "../combinations/combination-counter";
import { countCombinations } from "../combinations/combinations";
import { between, type Count } from "../count/count";
import { mapReadings } from "../count/readings";
import { onlyIn, type SubnetPlan } from "../combinations/eni-plan";
import type { Key } from "../facts/key";
import type { ResolvedAttachment } from "../combinations/resolved-attachment";
import { readingsIn } from "../combinations/attachments-by-subnet";

/**
 * Addresses that combinations of functions take: one each. If the inventory `counted` the free addresses, only new combinations count.
 * Otherwise those of this stack count, and the `held` ones of the inventory, which may belong to this stack and be released by it.
 */
export function combinationNeed({ combinations, marginal }: SubnetPlan, held: number, counted: boolean): Count {
  if (counted) return marginal;
  return between(combinations.min, held + marginal.likely, Math.max(combinations.max, held + marginal.max), combinations.basis);
}

/** The plan of a subnet that no function names but that functions with an open list may use. */
export function unnamedSubnet(subnet: Key, functions: readonly ResolvedAttachment[], counter: CombinationCounter): SubnetPlan {
  const possibly = { lower: [], estimate: [], upper: functions.map((one) => onlyIn(subnet, one)) };
  return { subnet, combinations: counter.all(possibly), marginal: counter.marginal(possibly) };
}

/**
 * Addresses that network connectors take in addition to the `combinations` of functions. Whether they share with functions or with each other is
 * undocumented: in the max none shares, in the min all that can share do, so that both together are never less than either.
 */
export function connectorNeed(subnet: Key, connectors: readonly ResolvedAttachment[], combinations: Count): Count {
  const counted = countCombinations(mapReadings(readingsIn(subnet, connectors), (list) => list.map((one) => onlyIn(subnet, one))));
  return between(Math.max(0, counted.min - combinations.min), counted.likely, connectors.length, counted.basis);
}
