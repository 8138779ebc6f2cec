import {
  addressNeeds,
  type AddressNeed,
  type AddressNeedKind,
  atMost,
  between,
  type Count,
  displayName,
  exactly,
  formatCount,
  isExact,
  type Key,
  keySet,
  plus,
  shareOf,
  shareOfCount,
  subjectOf,
  type SubnetBudget,
  type Uncertainty,
  type VpcPlan,
} from "@lambda-vpc/model";
import { byHand, definePolicy, type Finding, membersOf, share } from "@lambda-vpc/policy-kit";

export const eniQuotaHeadroom = definePolicy({
  id: "eni-quota-headroom",
  title: "The ENIs of a VPC stay below the AWS quota, also during a changeover.",
  severity: "medium",
  level: "advisory",
  monotone: { for: "functions that share a subnet" },
  strict: { level: "mandatory" },
  config: {
    headroom: share({ description: "Share of the quota to keep free at peak.", default: 0.2 }),
  },
  check: ({ resolved, plan, budgets, assumptions: { changeover, enisPerVpc }, config: { headroom } }) =>
    plan.vpcs.flatMap((vpc) =>
      compareWithQuota(vpc, peakOf(vpc, budgets, resolved.vpcBySubnet, changeover), { quota: enisPerVpc, headroom }),
    ),
});

/** What counts against the quota of one VPC, by kind. */
interface Peak {
  readonly parts: readonly (readonly [noun: string, count: Count])[];
  readonly causes: SubnetBudget["causes"];
}

function peakOf(vpc: VpcPlan, budgets: readonly SubnetBudget[], vpcBySubnet: ReadonlyMap<Key, Key>, changeover: number): Peak {
  const others = budgets.flatMap((budget) => {
    const answer = isIn(vpc, budget.subnet, vpcBySubnet);
    return answer === "no" ? [] : budget.needs.filter(mayUseQuota).map((need) => ({ budget, need: quotaNeed(need, answer) }));
  });
  const of = (kind: AddressNeedKind): Count =>
    others.flatMap(({ need }) => (need.kind === kind ? [need.count] : [])).reduce(plus, exactly(0));
  const combinations = plus(vpc.held.count, vpc.marginal);
  const parts = [
    ["combinations", combinations],
    ["changeover", shareOfCount(vpc.combinations, changeover)],
    ["connections above 65,000", of("scaling")],
    ["mount targets", of("mount-target")],
    ["network connectors", of("network-connector")],
  ] as const;
  const inexact = others.filter(({ need }) => !isExact(need.count)).flatMap(({ budget }) => [...budget.causes]);
  return {
    parts: parts.filter(([, { max }]) => max > 0),
    causes: new Map<Uncertainty, readonly Key[]>([
      ...inexact.filter(([cause]) => !addressCauses.has(cause)),
      ...vpc.held.uncertainties.map((cause) => [cause, consumersOf(vpc)] as const),
      ...vpc.causes.combinations,
    ]),
  };
}

/** Causes that concern the addresses of a subnet, but no ENIs. */
const addressCauses: ReadonlySet<Uncertainty> = new Set<Uncertainty>(["range-unknown", "subnet-of-others", "need-undocumented"]);

/** Whether a need of addresses is also a need of ENIs in the quota. AWS does not document it for network connectors. */
function mayUseQuota({ kind }: AddressNeed): boolean {
  if (kind === "scaling" || kind === "network-connector") return true;
  return kind in addressNeeds && addressNeeds[kind as keyof typeof addressNeeds].sharesEniQuota;
}

function quotaNeed(need: AddressNeed, isInVpc: "yes" | "perhaps"): AddressNeed {
  const { likely, max, basis } = need.count;
  return isInVpc === "yes" && need.kind !== "network-connector" ? need : { ...need, count: between(0, likely, max, basis) };
}

function isIn({ vpc, attachments }: VpcPlan, subnet: Key, vpcBySubnet: ReadonlyMap<Key, Key>): "yes" | "no" | "perhaps" {
  const home = vpcBySubnet.get(subnet);
  if (attachments.some(({ subnets }) => subnets.certain.includes(subnet))) return "yes";
  return home === undefined ? "perhaps" : home === vpc ? "yes" : vpc === undefined ? "perhaps" : "no";
}

interface Quota {
  readonly quota: number;
  readonly headroom: number;
}

function compareWithQuota(vpc: VpcPlan, { parts, causes }: Peak, { quota, headroom }: Quota): readonly Finding[] {
  const count = parts.map(([, part]) => part).reduce(plus, exactly(0));
  const reserve = shareOf(quota, headroom);
  const verdict = atMost(count, quota - reserve);
  // A stack that adds nothing is never rejected, however full its VPC is.
  if (verdict === "ok" || vpc.marginal.max === 0) return [];
  const subject = subjectOf(vpc.vpc, consumersOf(vpc));
  const about = [vpc.vpc ?? subject];
  const measure = { count, noun: "ENI", atMost: quota - reserve, members: membersOf(consumersOf(vpc)) };
  const place = vpc.vpc === undefined ? "the VPC of its functions" : `VPC ${displayName(vpc.vpc)}`;
  const needs = parts.map(([noun, part]) => `${parts.length === 1 ? "all" : formatCount(part)} for ${noun}`).join(", ");
  const what = `at peak in ${place}: ${needs}; the quota is ${quota} (enisPerVpc), ${reserve} to keep free (headroom)`;
  if (verdict === "undecided") return [{ verdict, subject, about, measure, what, causes }];
  return [{ verdict, subject, about, measure, what: `${what}.`, why: WHY, fix: FIX, basis: count.basis }];
}

/** Sources: docs/aws-facts.md#eni-quota-sharing, docs/aws-facts.md#configuration-change. */
const WHY =
  "All stacks and EFS mount targets share the quota. Above it, functions fail with EniLimitExceeded (docs/aws-facts.md#eni-quota-sharing).";

const FIX = byHand(
  "share security-group sets, lower assumptions.changeover, or raise quota L-9FEE3D26 and assumptions.enisPerVpc",
  "the quota belongs to the account",
);

function consumersOf({ attachments, reachable }: VpcPlan): readonly Key[] {
  return keySet((attachments.length > 0 ? attachments : reachable).map(({ consumer }) => consumer));
}
