import { atMost, DEFAULT_ENIS_PER_VPC, formatCount, formatCounted, type VpcPlan } from "@lambda-vpc/model";
import { definePolicy, type Finding, integer } from "@lambda-vpc/policy-kit";
import { functionsOf, subjectOfVpc } from "./vpc-subject";

export const shareSecurityGroups = definePolicy({
  id: "share-security-groups",
  title: "Functions in one VPC share few security-group sets.",
  severity: "high",
  level: "mandatory",
  config: {
    maxSetsPerVpc: integer({
      description: "How many different sets of security groups the functions of one VPC may use.",
      default: 5,
      minimum: 1,
    }),
  },
  check: ({ plan, config }) => plan.vpcs.flatMap((vpc) => checkVpc(vpc, config.maxSetsPerVpc)),
});

function checkVpc(vpc: VpcPlan, maxSets: number): readonly Finding[] {
  const subject = subjectOfVpc(vpc);
  const measure = { count: vpc.sets, noun: "security-group set" };
  const sets = `for ${functionsOf(vpc)} (at most ${maxSets} allowed)`;
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
          what: `${sets}: ${combinations(vpc)}.`,
          why: WHY,
          fix: advice(vpc),
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
  "each combination of a subnet and a set costs at least one Hyperplane ENI: an address of the subnet, minutes of waiting when it is made, " +
  `20 to 45 minutes when it goes, and one of the ${DEFAULT_ENIS_PER_VPC} that a VPC has by default`;

function combinations(vpc: VpcPlan): string {
  return `${formatCounted(vpc.combinations, "combination")}, ${formatCount(vpc.avoidable)} of them avoidable`;
}

function advice({ savedBySharing, avoidable }: VpcPlan): string {
  return `share sets: one for all would save ${formatCounted(savedBySharing, "combination")}, ${formatCount(avoidable)} of them without widening access`;
}
