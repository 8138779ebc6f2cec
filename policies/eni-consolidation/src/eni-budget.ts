import {
  atMost,
  type Count,
  counted,
  DEFAULT_ENIS_PER_VPC,
  type Doubts,
  type EniPlan,
  formatCount,
  formatCounted,
  type Key,
  keySet,
  type ResolvedAttachment,
} from "@lambda-vpc/model";
import { definePolicy, type Finding, integer, limit, share } from "@lambda-vpc/policy-kit";
import { functionsOf, subjectOf } from "./vpc-subject";

export const eniBudget = definePolicy({
  id: "eni-budget",
  title: "The combinations of functions stay within a budget.",
  severity: "high",
  level: "mandatory",
  config: {
    maxPerVpc: integer({
      description:
        "Combinations of subnet and security-group set that the functions of one VPC may hold. The default is AWS's quota of ENIs per VPC.",
      default: DEFAULT_ENIS_PER_VPC,
      minimum: 0,
    }),
    maxPerStack: limit({ description: "Combinations that the functions of this stack may hold; no limit without it.", minimum: 0 }),
    warnAt: share({ description: "The share of a budget from which on to warn.", default: 0.8 }),
  },
  check: ({ plan, config }) => [
    ...plan.vpcs.flatMap((vpc) =>
      checkBudget(
        {
          functions: functionsOf(vpc),
          subject: subjectOf(vpc),
          held: vpc.combinations,
          doubts: vpc.doubts,
          asides: [],
        },
        { limit: config.maxPerVpc, key: "maxPerVpc", warnAt: config.warnAt },
      ),
    ),
    ...checkBudget(
      {
        functions: `the ${counted(plan.attachments.length, "function")} of this stack`,
        subject: firstConsumer(plan.attachments),
        held: plan.combinations,
        doubts: plan.doubts,
        asides: asides(plan),
      },
      { limit: config.maxPerStack, key: "maxPerStack", warnAt: config.warnAt },
    ),
  ],
});

interface Holding {
  /** Whose combinations these are, in words. */
  readonly functions: string;
  readonly subject: Key;
  readonly held: Count;
  readonly doubts: Doubts;
  /** What the figure leaves out, in words. */
  readonly asides: readonly string[];
}

interface Budget {
  readonly limit: number;
  readonly key: string;
  readonly warnAt: number;
}

function checkBudget({ functions, subject, held, doubts, asides }: Holding, { limit, key, warnAt }: Budget): readonly Finding[] {
  const what = `${formatCounted(held, "combination")} for ${functions}, so at least ${counted(held.min, "ENI")}; the budget is ${limit} (${key})${asides.map((aside) => `; ${aside}`).join("")}`;
  const finding = { subject, what, why: WHY, fix: FIX, basis: held.basis };
  switch (atMost(held, limit)) {
    case "violation":
      return [{ verdict: "violation", ...finding }];
    case "undecided":
      return [{ verdict: "undecided", subject, what, causes: doubts.combinations }];
    case "ok":
      return Number.isFinite(limit) && held.min > 0 && held.min >= warnAt * limit ? [{ verdict: "warning", ...finding }] : [];
  }
}

/** What a preview cannot count among the stack's combinations. Source: Lambda Developer Guide, configuration-vpc (published versions). */
function asides({ publishing, connectors }: EniPlan): readonly string[] {
  const versions = `older versions of ${counted(publishing.length, "function")} that publish keep the combinations they were published with`;
  const apart = `network connectors hold ${formatCount(connectors)} more, counted apart because it is undocumented whether they share`;
  return [...(publishing.length > 0 ? [versions] : []), ...(connectors.max > 0 ? [apart] : [])];
}

/** Source: Lambda Developer Guide, gettingstarted-limits and functions-states: a function whose ENI cannot be made fails with EniLimitExceeded. */
const WHY =
  "past the quota of its VPC no function can be created or moved: it fails with EniLimitExceeded, in every stack that shares the VPC";

const FIX =
  "share security-group sets and subnets between functions (see share-security-groups), or have the quota L-9FEE3D26 raised and set the budget to it";

function firstConsumer(attachments: readonly ResolvedAttachment[]): Key {
  return keySet(attachments.map(({ consumer }) => consumer))[0] ?? "";
}
