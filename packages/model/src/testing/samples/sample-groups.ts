import type { Key } from "../../facts/key";
import type { SecurityGroup } from "../../facts/network";
import type { SecurityGroupRule } from "../../facts/security-group-rule";

/** Groups of one VPC by their own rules; what refers to them follows from the rules of all of them. */
export function sampleGroups(rules: Readonly<Record<Key, readonly SecurityGroupRule[]>>, vpc: Key = "vpc"): readonly SecurityGroup[] {
  return Object.entries(rules).map(([key, own]) => ({
    key,
    vpc,
    outbound: { ok: true, value: own.filter((rule) => rule.direction === "outbound") },
    references: { ok: true, value: Object.entries(rules).flatMap(([owner, others]) => referencesTo(key, owner, others)) },
    otherUsers: [],
  }));
}

function referencesTo(group: Key, owner: Key, rules: readonly SecurityGroupRule[]): readonly SecurityGroupRule[] {
  return rules
    .filter(({ peer }) => peer.kind === "security-group" && peer.key === group)
    .map((rule) => ({ ...rule, peer: { kind: "security-group", key: owner } }));
}
