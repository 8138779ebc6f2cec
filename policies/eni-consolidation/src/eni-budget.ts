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
import { definePolicy, type Finding, integer, limit, type Measure, share } from "@lambda-vpc/policy-kit";
import { functionsOf, subjectOfVpc } from "./vpc-subject";

export const eniBudget = definePolicy({
  id: "eni-budget",
  title: "The combinations of functions stay within a budget.",
  severity: "high",
  level: "mandatory",
  config: {
    maxPerVpc: integer({
      description:
        "Combinations of subnet and security-group set that the functions of one VPC may hold, with those of an inventory. The default is AWS's quota of ENIs per VPC.",
      default: DEFAULT_ENIS_PER_VPC,
      minimum: 0,
    }),
    maxPerStack: limit({
      description: "Combinations that the functions of this stack may hold, beyond those of an inventory; no limit without it.",
      minimum: 0,
    }),
    warnAt: share({ description: "The share of a budget from which on to warn.", default: 0.8 }),
  },
  check: ({ network, plan, config: { maxPerVpc, maxPerStack, warnAt } }) => {
    const hasInventory = (network.inventory?.combinations ?? []).length > 0;
    return [
      ...plan.vpcs.flatMap((vpc) => judge(chargeOfVpc(vpc, hasInventory), { limit: maxPerVpc, key: "maxPerVpc", warnAt })),
      ...judge(chargeOfStack(plan, hasInventory), { limit: maxPerStack, key: "maxPerStack", warnAt }),
    ];
  },
});

/** What is held against a budget. */
interface Charge {
  readonly subject: Key;
  readonly measure: Measure;
  /** What the deployment adds: a stack that adds nothing is never refused. */
  readonly added: Count;
  /** Continues the measure. */
  readonly what: string;
  /** What the figure leaves out, in words. */
  readonly asides: readonly string[];
  readonly causes: FigureCauses["combinations"];
}

/** A VPC bears what the account holds in it already and what is new; without an inventory, all that the stack holds is new. */
function chargeOfVpc(vpc: VpcPlan, hasInventory: boolean): Charge {
  const [functions, marginal, held] = [functionsOf(vpc), vpc.marginal, vpc.held.count];
  const count = plus(held, marginal);
  const enis = `so at least ${counted(count.min, "ENI")}`;
  return {
    subject: subjectOfVpc(vpc),
    measure: { count, noun: "combination" },
    added: marginal,
    what: hasInventory
      ? `in all: ${formatCount(marginal)} new for ${functions} and ${formatCount(held)} that the account holds there, ${enis}`
      : `for ${functions}, ${enis}`,
    asides: [],
    causes: causesOf(vpc),
  };
}

/** A stack bears what is new. */
function chargeOfStack(plan: EniPlan, hasInventory: boolean): Charge {
  const { attachments, combinations, marginal, causes } = plan;
  const functions = `the ${counted(attachments.length, "function")} of this stack`;
  return {
    subject: firstConsumer(attachments),
    measure: { count: marginal, noun: hasInventory ? "new combination" : "combination" },
    added: marginal,
    what: hasInventory
      ? `among the ${formatCount(combinations)} for ${functions}, so at least ${counted(marginal.min, "more ENI")}`
      : `for ${functions}, so at least ${counted(marginal.min, "ENI")}`,
    asides: asides(plan),
    causes: causes.combinations,
  };
}

/** FigureCauses about what is held concern all functions of the VPC, unless it is known of which they are. */
function causesOf({ causes, held, attachments, reachable }: VpcPlan): Charge["causes"] {
  const consumers = (attachments.length > 0 ? attachments : reachable).map(({ consumer }) => consumer);
  return new Map([...held.uncertainties.map((uncertainty) => [uncertainty, consumers] as const), ...causes.combinations]);
}

interface Budget {
  readonly limit: number;
  readonly key: string;
  readonly warnAt: number;
}

function judge({ subject, measure, added, what: about, asides, causes }: Charge, { limit, key, warnAt }: Budget): readonly Finding[] {
  const { count } = measure;
  const what = [`${about}; the budget is ${limit} (${key})`, ...asides].join("; ");
  const finding = { subject, measure, what, why: WHY, fix: FIX, basis: count.basis };
  if (added.max === 0 || atMost(count, limit) === "ok") {
    const warns = Number.isFinite(limit) && added.min > 0 && count.min >= warnAt * limit;
    return warns ? [{ verdict: "warning", ...finding }] : [];
  }
  const isCertain = count.min > limit && added.min > 0;
  return isCertain ? [{ verdict: "violation", ...finding }] : [{ verdict: "undecided", subject, measure, what, causes }];
}

/** What a preview cannot count among the stack's combinations. Source: docs/aws-facts.md#published-versions. */
function asides({ publishing, connectors }: EniPlan): readonly string[] {
  const versions = `older versions of ${counted(publishing.length, "function")} that publish keep the combinations they were published with`;
  const apart = `network connectors hold ${formatCount(connectors)} more, counted apart because it is undocumented whether they share`;
  return [...(publishing.length > 0 ? [versions] : []), ...(connectors.max > 0 ? [apart] : [])];
}

/** Sources: docs/aws-facts.md#eni-quota, docs/aws-facts.md#function-failures. */
const WHY =
  "past the quota of its VPC no function can be created or moved: it fails with EniLimitExceeded, in every stack that shares the VPC";

const FIX =
  "share security-group sets and subnets between functions (see share-security-groups), or have the quota L-9FEE3D26 raised and set the budget to it";

function firstConsumer(attachments: readonly ResolvedAttachment[]): Key {
  return keySet(attachments.map(({ consumer }) => consumer))[0] ?? "";
}
