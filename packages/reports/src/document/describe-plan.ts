import {
  type Assumptions,
  budgetSubnets,
  compareKeys,
  type Count,
  type EniPlan,
  type FigureCauses,
  isExactSelection,
  type Key,
  keySet,
  type Knowable,
  mergedNetwork,
  planEnis,
  planSets,
  plus,
  type ResolvedNetwork,
  type Selection,
  type SetPlan,
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
  readonly assumptions: Assumptions;
}

/** A plan as plain data. Law: its numbers are those of the plan. */
export function describePlan(planned: Planned): PlanValue {
  const { resolved, plan } = planned;
  return {
    ...describeFigures(planned),
    merged: plan.vpcs.some(({ merges }) => merges.some(isSaving)) ? describeFigures(afterMerges(planned)) : null,
    connectors: valueOf(plan.connectors),
    functions: plan.attachments.length,
    unplaced: [...keySet(plan.unplaced.map(({ consumer }) => consumer))],
    unplacedSets: planSets(resolved, { attachments: plan.unplaced }).map(describeSet),
    publishing: [...plan.publishing],
    causes: describeCauses(plan.causes),
  };
}

function describeFigures({ resolved, plan, budgets, assumptions }: Planned): Pick<PlanValue, keyof NonNullable<PlanValue["merged"]>> {
  return {
    ...counts(plan),
    vpcs: plan.vpcs.map((vpc) => describeVpc(resolved, vpc, assumptions.enisPerVpc)),
    subnets: describeSubnets(resolved, plan, budgets),
  };
}

/** The same stack once every merge is done. */
function afterMerges({ resolved: before, plan: planBefore, assumptions }: Planned): Planned {
  const resolved = mergedNetwork(before, planBefore);
  const plan = planEnis(resolved);
  return { resolved, plan, budgets: budgetSubnets(resolved, plan, assumptions), assumptions };
}

function isSaving({ saved }: { readonly saved: Count }): boolean {
  return saved.max > 0;
}

function describeVpc(resolved: ResolvedNetwork, vpc: VpcPlan, limit: number): VpcValue {
  return {
    vpc: vpc.vpc ?? null,
    ...counts(vpc),
    held: valueOf(vpc.held.count),
    sets: valueOf(vpc.sets),
    savedBySharing: valueOf(vpc.savedBySharing),
    avoidable: valueOf(vpc.avoidable),
    merges: vpc.merges.filter(isSaving).map(({ keep, replace, consumers, saved }) => ({
      keep: [...keep],
      replace: replace.map((set) => [...set]),
      consumers: [...consumers],
      saved: valueOf(saved),
    })),
    securityGroupSets: planSets(resolved, vpc).map(describeSet),
    quota: { limit, used: valueOf(plus(vpc.held.count, vpc.marginal)) },
    causes: describeCauses(vpc.causes),
  };
}

function describeSet({ securityGroups, consumers, attachments, subnets, possibleSubnets, combinations }: SetPlan): SetValue {
  return {
    securityGroups: [...securityGroups.certain],
    exact: isExactSelection(securityGroups),
    consumers: [...consumers],
    subnets: [...subnets],
    possibleSubnets: [...possibleSubnets],
    attachments: describeAttachments(attachments),
    combinations: valueOf(combinations),
  };
}

/**
 * The functions of one set, those that request the same subnets together, in the order of the first function of each. Functions usually share their
 * selection, so it is compared by identity first.
 */
function describeAttachments(attachments: SetPlan["attachments"]): SetValue["attachments"] {
  const bySelection = Map.groupBy(attachments, ({ subnets }) => subnets);
  const textOf = ({ certain, possible }: Selection, isExact: boolean): string => JSON.stringify([certain, possible, isExact]);
  const same = Map.groupBy(bySelection, ([selection]) => textOf(selection, isExactSelection(selection)));
  const described = [...same.values()].flatMap((those) => {
    const [first] = those;
    if (first === undefined) return [];
    const { certain, possible } = first[0];
    const isCertain = new Set(certain);
    return [
      {
        consumers: [...keySet(those.flatMap(([, members]) => members.map(({ consumer }) => consumer)))],
        subnets: [...certain],
        possibleSubnets: possible.filter((subnet) => !isCertain.has(subnet)),
        exact: isExactSelection(first[0]),
      },
    ];
  });
  return described.sort((left, right) => compareKeys(left.consumers[0] ?? "", right.consumers[0] ?? ""));
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
