import { displayName, displayNames, type Selection } from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { isInVpc } from "../use/vpc-consumers";

export const subnetsWithSecurityGroups = definePolicy({
  id: "subnets-with-security-groups",
  title: "A function has both subnets and security groups, or neither.",
  severity: "high",
  level: "mandatory",
  concerns: isInVpc,
  config: {},
  check: ({ resolved: { attachments, connectors, capacityProviders } }) => [
    ...attachments.flatMap(({ consumer: subject, subnets, securityGroups }): readonly Finding[] => {
      const common = { verdict: "violation", subject, why: WHY } as const;
      const name = displayName(subject);
      if (isEmpty(subnets))
        return [
          {
            ...common,
            what: `${name} has ${partsText("security group", securityGroups)}, but no subnets.`,
            fix: "Add subnets to subnetIds. For a function outside a VPC, remove the vpcConfig.",
            basis: securityGroups.basis,
          },
        ];
      if (isEmpty(securityGroups))
        return [
          {
            ...common,
            what: `${name} has ${partsText("subnet", subnets)}, but no security groups.`,
            fix: "Add a security group to securityGroupIds. For a function outside a VPC, remove the vpcConfig.",
            basis: subnets.basis,
          },
        ];
      return [];
    }),
    ...[...connectors, ...capacityProviders].flatMap(({ consumer: subject, subnets, securityGroups }): readonly Finding[] =>
      isEmpty(subnets)
        ? [
            {
              verdict: "violation",
              subject,
              what: `${displayName(subject)} has no subnets.`,
              why: "AWS requires 1 to 16 subnets (docs/aws-facts.md#connector-limits, docs/aws-facts.md#capacity-provider-limits).",
              fix: "Add subnets to subnetIds.",
              basis: securityGroups.basis,
            },
          ]
        : [],
    ),
  ],
});

/** An unknown list is never empty under assumption S (docs/eni-model.md). */
function isEmpty({ most }: Selection): boolean {
  return most === 0;
}

/** `security groups a, b`, `security group a`, or `security groups` if no name is known. */
function partsText(noun: string, { certain }: Selection): string {
  if (certain.length === 0) return `${noun}s`;
  return `${noun}${certain.length === 1 ? "" : "s"} ${displayNames(certain)}`;
}

/** Source: docs/aws-facts.md#subnets-with-groups. */
const WHY = 'Lambda refuses it: "SubnetIds and SecurityIds must coexist" (docs/aws-facts.md#subnets-with-groups). The update fails.';
