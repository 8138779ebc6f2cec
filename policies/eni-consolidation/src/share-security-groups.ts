import { atMost, DEFAULT_ENIS_PER_VPC, formatCount, formatCounted, isExact, type VpcPlan } from "@lambda-vpc/model";
import { definePolicy, type Finding, integer } from "@lambda-vpc/policy-kit";
import { functionsOf, subjectOfVpc } from "./vpc-subject";

export const shareSecurityGroups = definePolicy({
  id: "share-security-groups",
  title: "Functions in one VPC share a small number of security-group sets.",
  severity: "high",
  level: "mandatory",
  config: {
    maxSetsPerVpc: integer({
      description: "Maximum number of different security-group sets that the functions of one VPC use.",
      default: 5,
      minimum: 1,
    }),
  },
  check: ({ plan, config }) => plan.vpcs.flatMap((vpc) => checkVpc(vpc, config.maxSetsPerVpc)),
});

function checkVpc(vpc: VpcPlan, maxSets: number): readonly Finding[] {
  const subject = subjectOfVpc(vpc);
  const measure = { count: vpc.sets, noun: "security-group set" };
  const sets = `for ${functionsOf(vpc)} (maximum ${maxSets})`;
  switch (atMost(vpc.sets, maxSets)) {
    case "ok":
      return [];
    case "undecided":
      return [{ verdict: "undecided", subject, measure, what: sets, causes: vpc.causes.sets }];
    case "violation":
      return [
        {
          verdict: "violation",
          subject,
          measure,
          what: `${sets}: ${formatCounted(vpc.combinations, "combination")}.`,
          why: WHY,
          fix: fixOf(vpc),
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

function fixOf({ savedBySharing, avoidable }: VpcPlan): string {
  const saved = `Share one set. This saves ${formatCounted(savedBySharing, "combination")}`;
  if (isExact(avoidable) && isExact(savedBySharing) && avoidable.min === savedBySharing.min) return `${saved} and widens no access.`;
  return avoidable.max === 0 ? `${saved} but widens access.` : `${saved}, ${formatCount(avoidable)} of them without widening access.`;
}
