import {
  displayName,
  displayNames,
  isExactSelection,
  type Key,
  keySet,
  type Network,
  type ResolvedAttachment,
  type Selection,
  suitableSubnets,
} from "@lambda-vpc/model";
import { byHand, change, definePolicy, type Finding, type Fix, oneOfFixes } from "@lambda-vpc/policy-kit";
import { isInVpc } from "../use/vpc-consumers";

export const subnetsWithSecurityGroups = definePolicy({
  id: "subnets-with-security-groups",
  title: "A function has both subnets and security groups, or neither.",
  severity: "high",
  level: "mandatory",
  monotone: true,
  concerns: isInVpc,
  config: {},
  check: ({ network, resolved: { attachments, connectors, capacityProviders } }) => [
    ...attachments.flatMap(({ consumer: subject, subnets, securityGroups }): readonly Finding[] => {
      const common = { verdict: "violation", subject, why: WHY } as const;
      const name = displayName(subject);
      if (isEmpty(subnets))
        return [
          {
            ...common,
            kind: "no-subnets",
            what: `${name} has ${partsText("security group", securityGroups)}, but no subnets.`,
            fix: oneOfFixes(addSubnets(subject, securityGroups, network), leaveVpc(subject)),
            basis: securityGroups.basis,
          },
        ];
      if (isEmpty(securityGroups))
        return [
          {
            ...common,
            kind: "no-groups",
            what: `${name} has ${partsText("subnet", subnets)}, but no security groups.`,
            fix: oneOfFixes(addGroups(subject, subnets, attachments, network), leaveVpc(subject)),
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
              fix: byHand("add subnets to subnetIds", "the program does not show which network it must reach"),
              basis: securityGroups.basis,
            },
          ]
        : [],
    ),
  ],
});

function leaveVpc(subject: Key): Fix {
  return change([{ step: "leave-vpc", functions: [subject] }]);
}

/** Private subnets of the VPC of the groups. */
function addSubnets(subject: Key, groups: Selection, network: Network): Fix {
  const [vpc, ...others] = vpcsOf(groups, network.securityGroups);
  const subnets = vpc === undefined || others.length > 0 ? [] : suitableSubnets(network, { vpc, consumer: subject });
  return subnets.length === 0
    ? byHand("add subnets to subnetIds", "the program shows no private subnet of its VPC")
    : change([{ step: "set-vpc-config", functions: [subject], subnets }]);
}

/** The set that all other functions in the VPC of the subnets have, if it is one. */
function addGroups(subject: Key, subnets: Selection, attachments: readonly ResolvedAttachment[], network: Network): Fix {
  const [vpc, ...others] = vpcsOf(subnets, network.subnets);
  const here = attachments.filter(
    ({ consumer, securityGroups }) => consumer !== subject && vpcsOf(securityGroups, network.securityGroups).join() === vpc,
  );
  const [set, ...otherSets] = new Set(
    here.map(({ securityGroups }) => (isExactSelection(securityGroups) ? securityGroups.certain.join(" ") : "")),
  );
  const groups = here[0]?.securityGroups.certain ?? [];
  return vpc === undefined || others.length + otherSets.length > 0 || set === undefined || set === ""
    ? byHand("add a security group to securityGroupIds", "the program does not show what the function calls")
    : change([{ step: "set-vpc-config", functions: [subject], securityGroups: groups }], { access: "wider" });
}

function vpcsOf({ certain }: Selection, of: readonly { readonly key: Key; readonly vpc?: Key }[]): readonly Key[] {
  return keySet(of.flatMap(({ key, vpc }) => (vpc !== undefined && certain.includes(key) ? [vpc] : [])));
}

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
