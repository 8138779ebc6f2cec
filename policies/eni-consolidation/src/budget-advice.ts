import type { Count, ResolvedNetwork, VpcPlan } from "@lambda-vpc/model";
import { byHand } from "@lambda-vpc/policy-kit";
import { type Advice, mergeAdvice } from "./merge-updates";

/** A limit, and the key that configures it. */
export interface Budget {
  readonly limit: number;
  readonly key: "maxPerVpc" | "maxPerStack";
}

/**
 * What brings `count` within a budget: the merges in `vpcs` if they surely do, because they widen no access; otherwise a decision of people. With
 * an inventory, pass no VPCs: the account may hold already what a merge would save.
 */
export function adviceWithin({ limit, key }: Budget, count: Count, resolved: ResolvedNetwork, vpcs: readonly VpcPlan[]): Advice {
  const [first, ...others] = vpcs.flatMap(({ merges }) => merges);
  const saved = vpcs.reduce((sum, { avoidable }) => sum + avoidable.min, 0);
  if (first !== undefined && count.max - saved <= limit) return mergeAdvice(resolved, [first, ...others]);
  const raise = key === "maxPerVpc" ? "request a higher quota L-9FEE3D26 and set maxPerVpc to it" : "raise maxPerStack";
  return {
    fix: byHand(
      `share security groups and subnets (see share-security-groups), or ${raise}`,
      "the program does not show which functions may share access",
    ),
  };
}
