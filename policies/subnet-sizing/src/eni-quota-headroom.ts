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
import { definePolicy, type Finding, share } from "@lambda-vpc/policy-kit";

export const eniQuotaHeadroom = definePolicy({
  id: "eni-quota-headroom",
  title: "The ENIs of a VPC stay below AWS's quota, also while functions move.",
  severity: "medium",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {
    headroom: share({ description: "The share of the quota that is to stay free at the peak.", default: 0.2 }),
  },
  check: ({ resolved, plan, budgets, assumptions: { changeover, enisPerVpc }, config: { headroom } }) => {
    return plan.vpcs.flatMap((vpc) =>
      judge(vpc, peakOf(vpc, budgets, resolved.vpcBySubnet, changeover), { granted: enisPerVpc, headroom }),
    );
  },
});

/** What counts against the quota of one VPC, part by part. */
interface Peak {
  readonly parts: readonly (readonly [noun: string, count: Count])[];
  readonly causes: SubnetBudget["causes"];
}

function peakOf(vpc: VpcPlan, budgets: readonly SubnetBudget[], homes: ReadonlyMap<Key, Key>, changeover: number): Peak {
  const others = budgets.flatMap((budget) => {
    const certain = isIn(vpc, budget.subnet, homes);
    return certain === "no" ? [] : budget.needs.filter(countsPerhaps).map((need) => ({ budget, need: asCounted(need, certain) }));
  });
  const of = (kind: AddressNeedKind): Count =>
    others.flatMap(({ need }) => (need.kind === kind ? [need.count] : [])).reduce(plus, exactly(0));
  const combinations = plus(vpc.held.count, vpc.marginal);
  const parts = [
    ["combinations", combinations],
    ["the changeover", shareOfCount(vpc.combinations, changeover)],
    ["connections past 65,000", of("scaling")],
    ["mount targets", of("mount-target")],
    ["network connectors", of("network-connector")],
  ] as const;
  const doubted = others.filter(({ need }) => !isExact(need.count)).flatMap(({ budget }) => [...budget.causes]);
  return {
    parts: parts.filter(([, { max }]) => max > 0),
    causes: new Map<Uncertainty, readonly Key[]>([
      ...doubted.filter(([cause]) => !aboutAddresses.has(cause)),
      ...vpc.held.uncertainties.map((cause) => [cause, consumersOf(vpc)] as const),
      ...vpc.causes.combinations,
    ]),
  };
}

/** What leaves room in a subnet in doubt, and no ENI. */
const aboutAddresses: ReadonlySet<Uncertainty> = new Set<Uncertainty>(["range-unknown", "subnet-of-others", "need-undocumented"]);

/** Whether a need of addresses is one of ENIs in the quota; of connectors AWS does not say. */
function countsPerhaps({ kind }: AddressNeed): boolean {
  if (kind === "scaling" || kind === "network-connector") return true;
  return kind in addressNeeds && addressNeeds[kind as keyof typeof addressNeeds].sharesEniQuota;
}

function asCounted(need: AddressNeed, certain: "yes" | "perhaps"): AddressNeed {
  const { likely, max, basis } = need.count;
  return certain === "yes" && need.kind !== "network-connector" ? need : { ...need, count: between(0, likely, max, basis) };
}

function isIn({ vpc, attachments }: VpcPlan, subnet: Key, homes: ReadonlyMap<Key, Key>): "yes" | "no" | "perhaps" {
  const home = homes.get(subnet);
  if (attachments.some(({ subnets }) => subnets.certain.includes(subnet))) return "yes";
  return home === undefined ? "perhaps" : home === vpc ? "yes" : vpc === undefined ? "perhaps" : "no";
}

interface Quota {
  readonly granted: number;
  readonly headroom: number;
}

function judge(vpc: VpcPlan, { parts, causes }: Peak, { granted, headroom }: Quota): readonly Finding[] {
  const count = parts.map(([, part]) => part).reduce(plus, exactly(0));
  const reserve = shareOf(granted, headroom);
  const verdict = atMost(count, granted - reserve);
  // A stack that adds nothing is never refused, however full its VPC is.
  if (verdict === "ok" || vpc.marginal.max === 0) return [];
  const subject = subjectOf(vpc.vpc, consumersOf(vpc));
  const measure = { count, noun: "ENI" };
  const place = vpc.vpc === undefined ? "the VPC of its functions" : `VPC ${displayName(vpc.vpc)}`;
  const asked = parts.map(([noun, part]) => `${formatCount(part)} for ${noun}`).join(", ");
  const what = `at peak in ${place}: ${asked}; AWS grants ${granted} (enisPerVpc), ${reserve} to stay free (headroom)`;
  if (verdict === "undecided") return [{ verdict, subject, measure, what, causes }];
  return [{ verdict, subject, measure, what: `${what}.`, why: WHY, fix: FIX, basis: count.basis }];
}

/** Sources: docs/aws-facts.md#eni-quota-sharing, docs/aws-facts.md#configuration-change. */
const WHY =
  "the quota is one for all functions and mount targets of the VPC, in every stack: past it functions fail with EniLimitExceeded, and a change of groups needs old and new ENIs at once";

const FIX =
  "share security-group sets (see share-security-groups), move functions in smaller steps and say so (assumptions.changeover), or have the quota L-9FEE3D26 raised and tell it (assumptions.enisPerVpc)";

function consumersOf({ attachments, reachable }: VpcPlan): readonly Key[] {
  return keySet((attachments.length > 0 ? attachments : reachable).map(({ consumer }) => consumer));
}
