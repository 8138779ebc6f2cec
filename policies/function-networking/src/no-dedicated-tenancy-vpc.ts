import {
  displayName,
  displayNames,
  exactly,
  type Key,
  keySet,
  type Network,
  type ResolvedAttachment,
  type Uncertainty,
  type Vpc,
} from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { perhaps, type Use, type Users, usersBy } from "./users";

export const noDedicatedTenancyVpc = definePolicy({
  id: "no-dedicated-tenancy-vpc",
  title: "Functions are in VPCs of default tenancy.",
  severity: "high",
  level: "mandatory",
  config: {},
  check: ({ network, plan }) =>
    (network.vpcs ?? []).flatMap((vpc) => {
      if (vpc.dedicated.known && !vpc.dedicated.value) return [];
      const inhabitants = plan.vpcs.find((one) => one.vpc === vpc.key)?.attachments ?? [];
      const placed = new Set(inhabitants.map(({ consumer }) => consumer));
      const parts = partsOf(vpc.key, network);
      return checkVpc(
        vpc,
        usersBy(plan.attachments, (attachment) => useOfVpc(attachment, placed, parts)),
      );
    }),
});

/** The subnets and groups of a VPC. */
function partsOf(vpc: Key, { subnets, securityGroups }: Network): ReadonlySet<Key> {
  return new Set([...subnets, ...securityGroups].filter((part) => part.vpc === vpc).map(({ key }) => key));
}

/** A function is in the VPC where it was placed there, and perhaps where its lists may name a part of it. */
function useOfVpc(attachment: ResolvedAttachment, placed: ReadonlySet<Key>, parts: ReadonlySet<Key>): Use | undefined {
  const { consumer, subnets, securityGroups } = attachment;
  if (placed.has(consumer)) return { count: exactly(1, subnets.basis) };
  const reaches = [...subnets.possible, ...securityGroups.possible].some((key) => parts.has(key));
  return reaches ? perhaps(subnets.uncertainty ?? securityGroups.uncertainty ?? "vpc-unknown", false) : undefined;
}

function checkVpc({ key: subject, dedicated }: Vpc, { surely, perhaps, count }: Users): readonly Finding[] {
  if (count.max === 0) return [];
  const measure = { count, noun: "function" };
  const where = `in VPC ${displayName(subject)}`;
  if (!dedicated.known) {
    const everyone = keySet([...surely, ...[...perhaps.values()].flat()]);
    const causes = new Map<Uncertainty, readonly Key[]>([["tenancy-unknown", everyone]]);
    return [{ verdict: "undecided", subject, measure, what: `${where}, which may be of dedicated tenancy`, causes }];
  }
  if (surely.length === 0)
    return [{ verdict: "undecided", subject, measure, what: `${where}, which is of dedicated tenancy`, causes: perhaps }];
  return [
    {
      verdict: "violation",
      subject,
      measure,
      what: `${where}, which is of dedicated tenancy: ${displayNames(surely)}.`,
      why: WHY,
      fix: `set instanceTenancy of ${displayName(subject)} to default, which AWS allows at any time and which leaves running instances as they are; or give the functions a VPC of their own and peer the two`,
      basis: count.basis,
    },
  ];
}

/** Sources: docs/aws-facts.md#dedicated-tenancy, docs/aws-facts.md#vpc-tenancy. */
const WHY =
  "Lambda cannot attach a function to a VPC whose instance tenancy is dedicated, so the deployment fails once it comes to the function";
