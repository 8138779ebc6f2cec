import type { Count, Verdict } from "../count/count";
import { type Key, keySet } from "../facts/key";
import { exactSelection } from "../selections/selection";
import type { SubnetFacts } from "./subnet-facts";
import { countZones } from "./zone-count";

/**
 * Whether a function may move from subnets `from` to subnets `onto`: not to fewer availability zones, never from several subnets to one, and not
 * from private subnets to a public one, where it loses its internet access (docs/aws-facts.md#public-subnets). The result is undecided if zones
 * are unknown, unless it is the same for every possible zone.
 */
export function keepsCoverage(from: readonly Key[], onto: readonly Key[], facts: SubnetFacts): Verdict {
  if (onto.length < Math.min(from.length, 2)) return "violation";
  const isPublic = (subnet: Key): boolean => facts.get(subnet)?.public === true;
  if (onto.some((subnet) => isPublic(subnet) && !from.includes(subnet)) && !from.every(isPublic)) return "violation";
  if (from.every((subnet) => onto.includes(subnet))) return "ok";
  const zones = (subnets: readonly Key[]): Count => countZones(exactSelection(keySet(subnets), "known"), facts);
  const [before, after] = [zones(from), zones(onto)];
  if (after.min >= before.max) return "ok";
  return after.max < before.min ? "violation" : "undecided";
}
