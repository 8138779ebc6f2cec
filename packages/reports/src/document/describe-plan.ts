import {
  type Count,
  type EniPlan,
  type FigureCauses,
  isExactSelection,
  type Key,
  keySet,
  type Knowable,
  plus,
  type ResolvedNetwork,
  planSets,
  type SubnetBudget,
  uncertainties,
  type VpcPlan,
} from "@lambda-vpc/model";
import { type CountValue, valueOf } from "./count-value";
import type { CausesValue, PlanValue, SetValue, SubnetValue, VpcValue } from "./plan-value";

/** What a plan is described from. */
interface Planned {
  readonly resolved: ResolvedNetwork;
  readonly plan: EniPlan;
  readonly budgets: readonly SubnetBudget[];
  readonly assumptions: { readonly enisPerVpc: number };
}

/** A plan as plain data. Law: its numbers are those of the plan. */
export function describePlan({ resolved, plan, budgets, assumptions }: Planned): PlanValue {
  return {
    ...counts(plan),
    connectors: valueOf(plan.connectors),
    functions: plan.attachments.length,
    vpcs: plan.vpcs.map((vpc) => describeVpc(resolved, vpc, assumptions.enisPerVpc)),
    subnets: describeSubnets(resolved, plan, budgets),
    unplaced: [...keySet(plan.unplaced.map(({ consumer }) => consumer))],
    publishing: [...plan.publishing],
    causes: describeCauses(plan.causes),
  };
}

function describeVpc(resolved: ResolvedNetwork, vpc: VpcPlan, limit: number): VpcValue {
  return {
    vpc: vpc.vpc ?? null,
    ...counts(vpc),
    held: valueOf(vpc.held.count),
    sets: valueOf(vpc.sets),
    savedBySharing: valueOf(vpc.savedBySharing),
    avoidable: valueOf(vpc.avoidable),
    merges: vpc.merges
      .filter(({ saved }) => saved.max > 0)
      .map(({ keep, replace, consumers, saved }) => ({
        keep: [...keep],
        replace: replace.map((set) => [...set]),
        consumers: [...consumers],
        saved: valueOf(saved),
      })),
    securityGroupSets: planSets(resolved, vpc).map(({ securityGroups, consumers, subnets, possibleSubnets, combinations }): SetValue => ({
      securityGroups: [...securityGroups.certain],
      exact: isExactSelection(securityGroups),
      consumers: [...consumers],
      subnets: [...subnets],
      possibleSubnets: [...possibleSubnets],
      combinations: valueOf(combinations),
    })),
    quota: { limit, used: valueOf(plus(vpc.held.count, vpc.marginal)) },
    causes: describeCauses(vpc.causes),
  };
}

function describeSubnets({ vpcBySubnet, attachments }: ResolvedNetwork, plan: EniPlan, budgets: readonly SubnetBudget[]): SubnetValue[] {
  const plans = new Map(plan.subnets.map((one) => [one.subnet, one]));
  const bySubnet = new Map(budgets.map((budget) => [budget.subnet, budget]));
  const users = Map.groupBy(
    attachments.flatMap(({ consumer, subnets }) => subnets.possible.map((subnet) => ({ consumer, subnet }))),
    ({ subnet }) => subnet,
  );
  return keySet([...plans.keys()]).map((subnet) => {
    const budget = bySubnet.get(subnet);
    return {
      subnet,
      vpc: vpcBySubnet.get(subnet) ?? null,
      ...counts(plans.get(subnet) ?? { combinations: NONE, marginal: NONE }),
      consumers: [...keySet((users.get(subnet) ?? []).map(({ consumer }) => consumer))],
      addresses: budget === undefined ? null : describeAddresses(budget),
    };
  });
}

const NONE: Count = { min: 0, likely: 0, max: 0, basis: "known" };

function describeAddresses(budget: SubnetBudget): NonNullable<SubnetValue["addresses"]> {
  const { cidrBlock, usable, held, used, peak, free, needs, complete } = budget;
  return {
    cidrBlock: known(cidrBlock),
    usable: known(usable),
    held,
    used: valueOf(used),
    peak: valueOf(peak),
    free: free.ok ? valueOf(free.value) : null,
    needs: needs.map(({ kind, count, consumers }) => ({ kind, count: valueOf(count), consumers: [...consumers] })),
    complete,
  };
}

function known<T>(knowable: Knowable<T>): T | null {
  return knowable.ok ? knowable.value : null;
}

function counts({ combinations, marginal }: { readonly combinations: Count; readonly marginal: Count }): {
  readonly combinations: CountValue;
  readonly marginal: CountValue;
} {
  return { combinations: valueOf(combinations), marginal: valueOf(marginal) };
}

function describeCauses({ combinations }: FigureCauses): CausesValue {
  return [...combinations].map(([cause, consumers]: readonly [keyof typeof uncertainties, readonly Key[]]) => {
    const { why, fix } = uncertainties[cause];
    return { cause, why, fix, consumers: [...consumers] };
  });
}
