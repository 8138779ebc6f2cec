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
  type ResolvedNetwork,
  type VpcPlan,
} from "@lambda-vpc/model";
import {
  byHand,
  definePolicy,
  type Finding,
  inOrder,
  integer,
  limit,
  type Measure,
  membersOf,
  share,
  type Violation,
} from "@lambda-vpc/policy-kit";
import { causeOf, mergeUpdates } from "./merge-updates";
import { aboutVpc, functionMembers, functionsOf, subjectOfVpc } from "./vpc-subject";

export const eniBudget = definePolicy({
  id: "eni-budget",
  title: "The number of combinations stays within a budget.",
  severity: "high",
  level: "mandatory",
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
    const adviceWithin = (limit: number, key: Budget["key"], count: Count, vpcs: readonly VpcPlan[]): Advice =>
      (hasInventory ? undefined : mergesWithin(limit, count, resolved, vpcs)) ?? shareOrRaise(key);
    return [
      ...plan.vpcs.flatMap((vpc) => {
        const charge = chargeOfVpc(vpc, hasInventory);
        return compareWithBudget(charge, { limit: maxPerVpc, key: "maxPerVpc", warnAt }, (count) =>
          adviceWithin(maxPerVpc, "maxPerVpc", count, [vpc]),
        );
      }),
      ...compareWithBudget(chargeOfStack(plan, hasInventory), { limit: maxPerStack, key: "maxPerStack", warnAt }, (count) =>
        adviceWithin(maxPerStack, "maxPerStack", count, plan.vpcs),
      ),
    ];
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

/** The fix, and the causes of other findings that it removes. */
type Advice = Pick<Violation, "fix" | "removes">;

interface Budget {
  readonly limit: number;
  readonly key: "maxPerVpc" | "maxPerStack";
  readonly warnAt: number;
}

function compareWithBudget(
  { subject, about, measure: charge, added, what: charged, notCounted, causes }: Charge,
  { limit, key, warnAt }: Budget,
  adviceOf: (count: Count) => Advice,
): readonly Finding[] {
  const [{ count }, measure] = [charge, { ...charge, atMost: limit }];
  const identity = { subject, about, kind: key, measure };
  const excluded = notCounted.length > 0 ? `. Not counted: ${notCounted.join("; ")}` : "";
  const what = `${charged}; the budget is ${limit} (${key})${excluded}`;
  const finding = { ...identity, what: `${what}.`, why: WHY, ...adviceOf(count), basis: count.basis };
  if (added.max === 0 || atMost(count, limit) === "ok") {
    const warns = Number.isFinite(limit) && added.min > 0 && count.min >= warnAt * limit;
    return warns ? [{ verdict: "warning", ...finding }] : [];
  }
  const isCertain = count.min > limit && added.min > 0;
  return isCertain ? [{ verdict: "violation", ...finding }] : [{ verdict: "undecided", ...identity, what, causes }];
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

/** The merges that bring `count` within `limit` without widening access, if they surely do. An inventory may hold what a merge would save. */
function mergesWithin(limit: number, count: Count, resolved: ResolvedNetwork, vpcs: readonly VpcPlan[]): Advice | undefined {
  const [first, ...others] = vpcs.flatMap(({ merges }) => merges);
  const saved = vpcs.reduce((sum, { avoidable }) => sum + avoidable.min, 0);
  if (first === undefined || count.max - saved > limit) return undefined;
  return { fix: inOrder(mergeUpdates(resolved, [first, ...others])), removes: [first, ...others].map(causeOf) };
}

function shareOrRaise(key: Budget["key"]): Advice {
  const raise = key === "maxPerVpc" ? "request a higher quota L-9FEE3D26 and set maxPerVpc to it" : "raise maxPerStack";
  return {
    fix: byHand(
      `share security groups and subnets (see share-security-groups), or ${raise}`,
      "the program does not show which functions may share access",
    ),
  };
}

function firstConsumer(attachments: readonly ResolvedAttachment[]): Key {
  return keySet(attachments.map(({ consumer }) => consumer))[0] ?? "";
}
