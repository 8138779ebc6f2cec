import {
  atMost,
  type Count,
  counted,
  DEFAULT_ENIS_PER_VPC,
  formatCount,
  formatCounted,
  type Merge,
  type ResolvedNetwork,
  type VpcPlan,
} from "@lambda-vpc/model";
import { byHand, definePolicy, type Finding, integer } from "@lambda-vpc/policy-kit";
import { type Advice, mergeAdvice } from "./merge-updates";
import { aboutVpc, functionsOf, setMembers, subjectOfVpc } from "./vpc-subject";

export const shareSecurityGroups = definePolicy({
  id: "share-security-groups",
  title: "Functions in one VPC share a small number of security-group sets.",
  severity: "high",
  level: "mandatory",
  monotone: { for: "functions that share a subnet" },
  config: {
    maxSetsPerVpc: integer({
      description: "Maximum number of different security-group sets that the functions of one VPC use.",
      default: 5,
      minimum: 1,
    }),
  },
  check: ({ resolved, plan, config }) => plan.vpcs.flatMap((vpc) => checkVpc(resolved, vpc, config.maxSetsPerVpc)),
});

function checkVpc(resolved: ResolvedNetwork, vpc: VpcPlan, maxSets: number): readonly Finding[] {
  const subject = subjectOfVpc(vpc);
  const about = aboutVpc(vpc);
  const measure = { count: vpc.sets, noun: "security-group set", atMost: maxSets, members: setMembers(vpc) };
  const sets = `for ${functionsOf(vpc)} (maximum ${maxSets})`;
  switch (atMost(vpc.sets, maxSets)) {
    case "ok":
      return [];
    case "undecided":
      return [{ verdict: "undecided", subject, about, measure, what: sets, causes: vpc.causes.sets }];
    case "violation":
      return [
        {
          verdict: "violation",
          subject,
          about,
          measure,
          what: `${sets}: ${formatCounted(vpc.combinations, "combination")}. ${optionsOf(vpc)}`,
          why: WHY,
          ...adviceOf(resolved, vpc, maxSets),
          basis: vpc.combinations.basis,
        },
      ];
  }
}

/**
 * Sources: docs/aws-facts.md#eni-sharing, docs/aws-facts.md#eni-creation, docs/aws-facts.md#eni-deletion,
 * docs/aws-facts.md#provider-deletion-wait, docs/aws-facts.md#eni-quota.
 */
const WHY =
  "Each combination needs an ENI: minutes to create, 20 to 45 minutes to delete, " +
  `quota ${DEFAULT_ENIS_PER_VPC} per VPC (docs/aws-facts.md#eni-sharing).`;

/** What each number of sets saves: `Keep 2 sets: −12, no access widened; 1 set: −14, wider access.` */
function optionsOf({ sets, merges, avoidable, savedBySharing }: VpcPlan): string {
  const merged = setsAfter(sets, merges);
  const oneSet = `1 set: −${formatCount(savedBySharing)}`;
  if (merged.max === 1) return `Keep ${oneSet}, no access widened.`;
  const byMerging = merges.length === 0 ? "" : `${formatCounted(merged, "set")}: −${formatCount(avoidable)}, no access widened; `;
  return `Keep ${byMerging}${oneSet}, wider access.`;
}

/** The sets that remain when sets with the same rules are merged. */
function setsAfter(sets: Count, merges: readonly Merge[]): Count {
  const merged = merges.reduce((sum, { replace }) => sum + replace.length, 0);
  return { ...sets, min: sets.min - merged, likely: sets.likely - merged, max: sets.max - merged };
}

/** Merging widens no access. If it is not enough, only people know which functions may share access. */
function adviceOf(resolved: ResolvedNetwork, { sets, merges: [first, ...others] }: VpcPlan, maxSets: number): Advice {
  if (first !== undefined && setsAfter(sets, [first, ...others]).max <= maxSets) return mergeAdvice(resolved, [first, ...others]);
  return {
    fix: byHand(
      `let functions that may have the same access use one set, until ${counted(maxSets, "set")} remain`,
      "the program does not show which functions may share access",
    ),
  };
}
