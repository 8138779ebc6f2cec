import type { Key } from "../facts/key";
import type { Knowable } from "../facts/knowable";
import type { SecurityGroup } from "../facts/network";
import { canonicalPermissions } from "./permissions";
import type { SecurityGroupRule } from "../facts/security-group-rule";

/** All that a set of groups grants; each part as a text that is equal for sets that grant the same, undefined where it does not show. */
export interface GrantedAccess {
  /** The VPC of the groups; empty where it does not show. */
  readonly vpc: string;
  readonly outbound: string | undefined;
  /** How rules of other groups refer to the set. */
  readonly references: string | undefined;
}

/**
 * What a set of groups grants. Undefined where that is not for this stack to say: no group at all, one that the stack does not show, or
 * that something else than functions uses, or groups of several VPCs. Inbound rules do nothing on a function's ENI.
 */
export function grantedAccess(set: readonly Key[], groups: ReadonlyMap<Key, SecurityGroup>): GrantedAccess | undefined {
  const members = set.flatMap((key) => groups.get(key) ?? []);
  const vpcs = new Set(members.map(({ vpc }) => vpc));
  if (members.length < set.length || vpcs.size !== 1 || members.some(({ otherUsers }) => otherUsers.length > 0)) return undefined;
  const outbound = rulesOf(members.map((group) => group.outbound));
  const references = rulesOf(members.map((group) => group.references));
  return {
    vpc: [...vpcs].join(),
    outbound: outbound && canonicalPermissions(withSelf(outbound, set)),
    references: references && canonicalReferences(withSelf(references, set)),
  };
}

/** Whether every part shows. */
export function shows({ outbound, references }: GrantedAccess): boolean {
  return outbound !== undefined && references !== undefined;
}

/** Whether two sets may grant the same, whatever does not show turns out to be. */
export function mayGrantTheSame(left: GrantedAccess, right: GrantedAccess): boolean {
  const mayBeEqual = (one: string | undefined, other: string | undefined): boolean =>
    one === undefined || other === undefined || one === other;
  return left.vpc === right.vpc && mayBeEqual(left.outbound, right.outbound) && mayBeEqual(left.references, right.references);
}

function rulesOf(parts: readonly Knowable<readonly SecurityGroupRule[]>[]): readonly SecurityGroupRule[] | undefined {
  return parts.every((part) => part.ok) ? parts.flatMap((part) => part.value) : undefined;
}

function canonicalReferences(references: readonly SecurityGroupRule[]): string {
  const directed = (direction: SecurityGroupRule["direction"]): string =>
    canonicalPermissions(references.filter((rule) => rule.direction === direction));
  return [directed("inbound"), directed("outbound")].join("\n--\n");
}

/** Rules about a group of the set itself, written as rules about `self`. */
function withSelf(rules: readonly SecurityGroupRule[], set: readonly Key[]): readonly SecurityGroupRule[] {
  return rules.map((rule) =>
    rule.peer.kind === "security-group" && set.includes(rule.peer.key) ? { ...rule, peer: { kind: "security-group", key: "self" } } : rule,
  );
}
