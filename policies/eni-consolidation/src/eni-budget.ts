import {
  atMost,
  type Count,
  counted,
  DEFAULT_ENIS_PER_VPC,
  type FigureCauses,
  type EniPlan,
  formatCount,
  type Key,
  keySet,
  plus,
  type ResolvedAttachment,
  type VpcPlan,
} from "@lambda-vpc/model";
import { definePolicy, type Finding, integer, limit, type Measure, membersOf, share } from "@lambda-vpc/policy-kit";
import { adviceWithin, type Budget } from "./budget-advice";
import type { Advice } from "./merge-updates";
import { aboutVpc, functionMembers, functionsOf, subjectOfVpc } from "./vpc-subject";

export const eniBudget = definePolicy({
  id: "eni-budget",
  title: "The number of combinations stays within a budget.",
  severity: "high",
  level: "mandatory",
  monotone: { for: "the stack, and functions that share a subnet" },
  config: {
    maxPerVpc: integer({
      description:
        "Maximum number of combinations in one VPC, including those in the inventory. The default is the AWS quota of ENIs per VPC.",
      default: DEFAULT_ENIS_PER_VPC,
      minimum: 0,
    }),
    maxPerStack: limit({
      description: "Maximum number of combinations of this stack that are not in the inventory.",
      minimum: 0,
    }),
    warnAt: share({ description: "Warn when this share of a budget is reached.", default: 0.8 }),
  },
  check: ({ network, resolved, plan, config: { maxPerVpc, maxPerStack, warnAt } }) => {
    const hasInventory = (network.inventory?.combinations ?? []).length > 0;
    const budgets: readonly (readonly [charge: Charge, vpcs: readonly VpcPlan[], budget: Budget])[] = [
      ...plan.vpcs.map((vpc) => [chargeOfVpc(vpc, hasInventory), [vpc], { limit: maxPerVpc, key: "maxPerVpc" }] as const),
      [chargeOfStack(plan, hasInventory), plan.vpcs, { limit: maxPerStack, key: "maxPerStack" }],
    ];
    return budgets.flatMap(([charge, vpcs, budget]) =>
      compareWithBudget(charge, budget, warnAt, () => adviceWithin(budget, charge.measure.count, resolved, hasInventory ? [] : vpcs)),
    );
  },
});

/** What is compared with a budget. */
interface Charge {
  readonly subject: Key;
  readonly about: readonly Key[];
  readonly measure: Measure;
  /** What the deployment adds. A stack that adds nothing is never rejected. */
  readonly added: Count;
  /** Continues the measure. */
  readonly what: string;
  /** What the measure does not include. */
  readonly notCounted: readonly string[];
  readonly causes: FigureCauses["combinations"];
}

/** For a VPC: the combinations that it holds already, and the new ones. Without an inventory, all combinations of the stack are new. */
function chargeOfVpc(vpc: VpcPlan, hasInventory: boolean): Charge {
  const [functions, marginal, held] = [functionsOf(vpc), vpc.marginal, vpc.held.count];
  const count = plus(held, marginal);
  return {
    subject: subjectOfVpc(vpc),
    about: aboutVpc(vpc),
    measure: { count, noun: "combination", members: functionMembers(vpc) },
    added: marginal,
    what: hasInventory
      ? `in total: ${formatCount(marginal)} new for ${functions}, ${formatCount(held)} already in use`
      : `for ${functions}`,
    notCounted: [],
    causes: causesOf(vpc),
  };
}

/** For a stack: the new combinations. */
function chargeOfStack(plan: EniPlan, hasInventory: boolean): Charge {
  const { attachments, combinations, marginal, causes } = plan;
  const functions = `the ${counted(attachments.length, "function")} of this stack`;
  return {
    subject: firstConsumer(attachments),
    about: ["stack"],
    measure: {
      ...{ count: marginal, noun: hasInventory ? "new combination" : "combination" },
      members: membersOf(keySet(attachments.map(({ consumer }) => consumer))),
    },
    added: marginal,
    what: hasInventory ? `for ${functions}, which use ${formatCount(combinations)} in total` : `for ${functions}`,
    notCounted: notCounted(plan),
    causes: causes.combinations,
  };
}

/** An uncertainty about held combinations concerns all functions of the VPC, unless the affected functions are known. */
function causesOf({ causes, held, attachments, reachable }: VpcPlan): Charge["causes"] {
  const consumers = (attachments.length > 0 ? attachments : reachable).map(({ consumer }) => consumer);
  return new Map([...held.uncertainties.map((uncertainty) => [uncertainty, consumers] as const), ...causes.combinations]);
}

/** `adviceOf` is called only if there is something to report: advice about many merges is expensive. */
function compareWithBudget(
  { subject, about, measure: charge, added, what: charged, notCounted, causes }: Charge,
  { limit, key }: Budget,
  warnAt: number,
  adviceOf: () => Advice,
): readonly Finding[] {
  const measure = { ...charge, atMost: limit };
  const { count } = measure;
  const identity = { subject, about, kind: key, measure };
  const excluded = notCounted.length > 0 ? `. Not counted: ${notCounted.join("; ")}` : "";
  const what = `${charged}; the budget is ${limit} (${key})${excluded}`;
  const certain = (verdict: "violation" | "warning"): readonly Finding[] => [
    { verdict, ...identity, what: `${what}.`, why: WHY, ...adviceOf(), basis: count.basis },
  ];
  if (added.max === 0 || atMost(count, limit) === "ok") {
    const warns = Number.isFinite(limit) && added.min > 0 && count.min >= warnAt * limit;
    return warns ? certain("warning") : [];
  }
  const isCertain = count.min > limit && added.min > 0;
  return isCertain ? certain("violation") : [{ verdict: "undecided", ...identity, what, causes }];
}

/** Combinations that a preview cannot count. Source: docs/aws-facts.md#published-versions. */
function notCounted({ publishing, connectors }: EniPlan): readonly string[] {
  const versions = `those of old versions of ${counted(publishing.length, "function")}`;
  const ofConnectors = `${formatCount(connectors)} of network connectors (ENI sharing undocumented)`;
  return [...(publishing.length > 0 ? [versions] : []), ...(connectors.max > 0 ? [ofConnectors] : [])];
}

/** Sources: docs/aws-facts.md#eni-quota, docs/aws-facts.md#function-failures. */
const WHY =
  "Each needs an ENI. Above the VPC quota, functions of all stacks fail with EniLimitExceeded (docs/aws-facts.md#function-failures).";

function firstConsumer(attachments: readonly ResolvedAttachment[]): Key {
  return keySet(attachments.map(({ consumer }) => consumer))[0] ?? "";
}
