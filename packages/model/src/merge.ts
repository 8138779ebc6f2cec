import { compareKeys, type Key, keySet } from "./key";
import type { Network, SecurityGroup } from "./network";
import { canonicalPermissions } from "./permissions";
import { setKey } from "./resolved-attachment";
import type { SecurityGroupRule } from "./security-group-rule";

/** Security-group sets that can become one without anyone gaining or losing access, as far as the stack shows. */
export interface MergeableSets {
  /** The set to keep: the smallest, first in canonical order. */
  readonly keep: readonly Key[];
  /** The sets that can give way to it; never empty. */
  readonly replace: readonly (readonly Key[])[];
}

/**
 * Finds, among `sets`, those that can be merged at no loss. Two sets can when, with every value known, their groups together let out the
 * same traffic, other groups' rules refer to them alike, and only functions use them. Inbound rules do nothing on a function's ENI.
 * Whatever is unknown is never offered.
 */
export function mergeableSets(network: Network, sets: readonly (readonly Key[])[]): readonly MergeableSets[] {
  const groups = new Map(network.securityGroups.map((group) => [group.key, group]));
  const classes = new Map<string, (readonly Key[])[]>();
  for (const set of distinctSets(sets)) {
    const access = accessOf(set, groups);
    if (access !== undefined) classes.set(access, [...(classes.get(access) ?? []), set]);
  }
  return [...classes.values()].flatMap(([keep, ...replace]) => (keep === undefined || replace.length === 0 ? [] : [{ keep, replace }]));
}

function distinctSets(sets: readonly (readonly Key[])[]): readonly (readonly Key[])[] {
  const distinct = new Map(sets.map((set) => keySet(set)).map((set) => [setKey(set), set]));
  return [...distinct.values()].sort((a, b) => a.length - b.length || compareKeys(setKey(a), setKey(b)));
}

/** All that a set of groups grants, as a text that is equal for sets that grant the same; undefined where something is unknown. */
function accessOf(set: readonly Key[], groups: ReadonlyMap<Key, SecurityGroup>): string | undefined {
  const members = set.map((key) => groups.get(key));
  const vpcs = new Set<Key | undefined>();
  const outbound: SecurityGroupRule[] = [];
  const references: SecurityGroupRule[] = [];
  for (const group of members) {
    if (group === undefined || !group.outbound.known || !group.references.known || group.otherUsers.length > 0) return undefined;
    vpcs.add(group.vpc);
    outbound.push(...group.outbound.value);
    references.push(...group.references.value);
  }
  if (members.length === 0 || vpcs.size !== 1) return undefined;
  return [
    [...vpcs].join(),
    canonicalPermissions(withSelf(outbound, set)),
    canonicalPermissions(withSelf(references, set).filter((rule) => rule.direction === "inbound")),
    canonicalPermissions(withSelf(references, set).filter((rule) => rule.direction === "outbound")),
  ].join("\n--\n");
}

/** Rules about a group of the set itself, written as rules about `self`. */
function withSelf(rules: readonly SecurityGroupRule[], set: readonly Key[]): readonly SecurityGroupRule[] {
  return rules.map((rule) =>
    rule.peer.kind === "security-group" && set.includes(rule.peer.key) ? { ...rule, peer: { kind: "security-group", key: "self" } } : rule,
  );
}
