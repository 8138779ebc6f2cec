import type { AccountFunction, AccountReading, AccountVersion, ReadingGap } from "../account/account-reading";
import { compareKeys, keySet } from "../facts/key";

/**
 * The same reading without duplicates and in one order, so that order and duplicates never matter. Law: what is absent is named: a group without
 * rules and an unread quota have a gap, even if the reading does not state one. Tags are absent where nobody asked for them.
 */
export function canonicalReading(reading: AccountReading): AccountReading {
  const functions = distinct(reading.functions, ({ arn }) => arn).map(canonicalFunction);
  const securityGroups = distinct(reading.securityGroups, ({ id }) => id);
  const known = { ...reading, functions, securityGroups };
  return {
    ...known,
    vpcs: distinct(reading.vpcs, ({ id }) => id),
    subnets: distinct(reading.subnets, ({ id }) => id),
    interfaces: distinct(reading.interfaces, ({ id }) => id).map((one) => ({ ...one, securityGroups: keySet(one.securityGroups) })),
    mountTargets: distinct(reading.mountTargets, ({ id }) => id).map((one) => ({ ...one, securityGroups: keySet(one.securityGroups) })),
    gaps: distinct([...reading.gaps, ...unstatedGaps(known)], gapText),
  };
}

function canonicalFunction(one: AccountFunction): AccountFunction {
  return {
    ...one,
    latest: canonicalVersion(one.latest),
    published: distinct(one.published, ({ version }) => version)
      .map(canonicalVersion)
      .sort((left, right) => compareVersions(left.version, right.version)),
    aliases: distinct(one.aliases, ({ name }) => name).map((alias) => ({ ...alias, versions: keySet(alias.versions) })),
  };
}

/** A function that names no subnet is outside VPCs. */
function canonicalVersion({ vpc, ...version }: AccountVersion): AccountVersion {
  if (vpc === undefined || vpc.subnets.length === 0) return version;
  return { ...version, vpc: { ...vpc, subnets: keySet(vpc.subnets), securityGroups: keySet(vpc.securityGroups) } };
}

/** `$LATEST` first, then the numbers in their order. */
export function compareVersions(left: string, right: string): number {
  if (left.startsWith("$") || right.startsWith("$")) return compareKeys(left, right);
  return left.length - right.length || compareKeys(left, right);
}

/** One entry of each identity, in the order of the identities. Of entries that differ, the first in the order of their JSON. */
function distinct<T>(entries: readonly T[], identity: (entry: T) => string): readonly T[] {
  return [...Map.groupBy(entries, identity)]
    .sort(([left], [right]) => compareKeys(left, right))
    .flatMap(([, same]) =>
      same.length === 1 ? same : same.toSorted((left, right) => compareKeys(JSON.stringify(left), JSON.stringify(right))).slice(0, 1),
    );
}

function gapText({ part, subject = "", call, reason, message }: ReadingGap): string {
  return JSON.stringify([part, subject, call, reason, message]);
}

/** Gaps of what is absent and in no gap of the reading. */
function unstatedGaps({ securityGroups, interfacesPerVpc, gaps }: AccountReading): readonly ReadingGap[] {
  const isStated = (part: ReadingGap["part"], ...subjects: readonly string[]): boolean =>
    gaps.some((gap) => gap.part === part && (gap.subject === undefined || subjects.includes(gap.subject)));
  const unread = { reason: "cut", message: "The reading does not contain it." } as const;
  return [
    ...securityGroups.flatMap(({ id, rules }): readonly ReadingGap[] =>
      rules !== undefined || isStated("security-group-rules", id)
        ? []
        : [{ part: "security-group-rules", subject: id, call: "ec2:DescribeSecurityGroupRules", ...unread }],
    ),
    ...(interfacesPerVpc !== undefined || isStated("quotas")
      ? []
      : [{ part: "quotas", call: "servicequotas:GetServiceQuota", ...unread } as const]),
  ];
}
