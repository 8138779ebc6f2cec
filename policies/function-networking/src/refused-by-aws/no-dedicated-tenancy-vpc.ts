import {
  displayName,
  displayNames,
  exactly,
  isManaged,
  type Key,
  keySet,
  type Network,
  type ResolvedAttachment,
  type Uncertainty,
  type Vpc,
} from "@lambda-vpc/model";
import { byHand, change, definePolicy, type Finding, type Fix } from "@lambda-vpc/policy-kit";
import { possibleUse, type Use, type Users, usersBy } from "../use/users";

export const noDedicatedTenancyVpc = definePolicy({
  id: "no-dedicated-tenancy-vpc",
  title: "Functions use only VPCs with default tenancy.",
  severity: "high",
  level: "mandatory",
  config: {},
  check: ({ network, plan }) =>
    (network.vpcs ?? []).flatMap((vpc) => {
      if (vpc.dedicated.ok && !vpc.dedicated.value) return [];
      const members = plan.vpcs.find((one) => one.vpc === vpc.key)?.attachments ?? [];
      const placed = new Set(members.map(({ consumer }) => consumer));
      const resources = resourcesOf(vpc.key, network);
      return checkVpc(
        vpc,
        usersBy(plan.attachments, (attachment) => useOfVpc(attachment, placed, resources)),
      );
    }),
});

/** The subnets and security groups of a VPC. */
function resourcesOf(vpc: Key, { subnets, securityGroups }: Network): ReadonlySet<Key> {
  return new Set([...subnets, ...securityGroups].filter((one) => one.vpc === vpc).map(({ key }) => key));
}

/** A function uses the VPC if the plan places it there. It may use the VPC if its lists may contain a subnet or a group of the VPC. */
function useOfVpc(attachment: ResolvedAttachment, placed: ReadonlySet<Key>, resources: ReadonlySet<Key>): Use | undefined {
  const { consumer, subnets, securityGroups } = attachment;
  if (placed.has(consumer)) return { count: exactly(1, subnets.basis) };
  const mayUse = [...subnets.possible, ...securityGroups.possible].some((key) => resources.has(key));
  return mayUse ? possibleUse(subnets.uncertainty ?? securityGroups.uncertainty ?? "vpc-unknown", false) : undefined;
}

function checkVpc(vpc: Vpc, { certain, possible, count }: Users): readonly Finding[] {
  const { key: subject, dedicated } = vpc;
  if (count.max === 0) return [];
  const measure = { count, noun: "function" };
  const where = `in VPC ${displayName(subject)}`;
  if (!dedicated.ok) {
    const users = keySet([...certain, ...[...possible.values()].flat()]);
    const causes = new Map<Uncertainty, readonly Key[]>([["tenancy-unknown", users]]);
    return [
      { verdict: "undecided", subject, about: [subject, ...users], measure, what: `${where}, which may have dedicated tenancy`, causes },
    ];
  }
  if (certain.length === 0)
    return [
      {
        ...{ verdict: "undecided", subject, about: [subject, ...keySet([...possible.values()].flat())], measure },
        ...{ what: `${where}, which has dedicated tenancy`, causes: possible },
      },
    ];
  return [
    {
      verdict: "violation",
      subject,
      about: [subject, ...certain],
      measure,
      what: `${where}, which has dedicated tenancy: ${displayNames(certain)}.`,
      why: WHY,
      fix: fixOf(vpc, certain),
      basis: count.basis,
    },
  ];
}

function fixOf({ key, adopted }: Vpc, users: readonly Key[]): Fix {
  if (!isManaged(key) || adopted === true)
    return byHand(`move ${displayNames(users)} to a VPC with default tenancy, peered with this one`, "this stack does not manage the VPC");
  return change([{ step: "set-property", resources: [key], property: "instanceTenancy", value: "default" }], {
    note: "Running instances keep their tenancy.",
  });
}

/** Sources: docs/aws-facts.md#dedicated-tenancy, docs/aws-facts.md#vpc-tenancy. */
const WHY = "Lambda cannot use a VPC with dedicated tenancy (docs/aws-facts.md#dedicated-tenancy): the deployment fails at the function.";
