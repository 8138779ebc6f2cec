import type { Key } from "../facts/key";
import type { Knowable } from "../facts/knowable";
import type { SecurityGroup } from "../facts/network";
import { PermissionTexts } from "./permission-texts";
import type { SecurityGroupRule } from "../facts/security-group-rule";

/** What a set of groups grants. Sets that grant the same have equal texts in each part. A part is undefined if it is unknown. */
export interface GrantedAccess {
  /** The VPC of the groups. Empty if it is unknown. */
  readonly vpc: string;
  readonly outbound: string | undefined;
  /** How rules of other groups refer to the set. */
  readonly references: string | undefined;
}

/**
 * What a set of groups grants. Undefined if this stack cannot know it: there is no group, the stack does not contain a group, a resource other
 * than a function uses a group, or the groups are in several VPCs. Inbound rules have no effect on a function's ENI.
 */
export function grantedAccess(
  set: readonly Key[],
  groups: ReadonlyMap<Key, SecurityGroup>,
  permissions = new PermissionTexts(),
): GrantedAccess | undefined {
  const members = set.flatMap((key) => groups.get(key) ?? []);
  const vpcs = new Set(members.map(({ vpc }) => vpc));
  if (members.length < set.length || vpcs.size !== 1 || members.some(({ otherUsers }) => otherUsers.length > 0)) return undefined;
  const outbound = rulesOf(members.map((group) => group.outbound));
  const references = rulesOf(members.map((group) => group.references));
  return {
    vpc: [...vpcs].join(),
    outbound: outbound && permissions.of(withSelf(outbound, set)),
    references: references && canonicalReferences(withSelf(references, set), permissions),
  };
}

/** Whether every part is known. */
export function isKnown({ outbound, references }: GrantedAccess): boolean {
  return outbound !== undefined && references !== undefined;
}

/** Whether two sets may grant the same, for some value of their unknown parts. */
export function mayGrantTheSame(left: GrantedAccess, right: GrantedAccess): boolean {
  const mayBeEqual = (one: string | undefined, other: string | undefined): boolean =>
    one === undefined || other === undefined || one === other;
  return left.vpc === right.vpc && mayBeEqual(left.outbound, right.outbound) && mayBeEqual(left.references, right.references);
}

function rulesOf(parts: readonly Knowable<readonly SecurityGroupRule[]>[]): readonly SecurityGroupRule[] | undefined {
  return parts.every((part) => part.ok) ? parts.flatMap((part) => part.value) : undefined;
}

function canonicalReferences(references: readonly SecurityGroupRule[], permissions: PermissionTexts): string {
  const directed = (direction: SecurityGroupRule["direction"]): string =>
    permissions.of(references.filter((rule) => rule.direction === direction));
  return [directed("inbound"), directed("outbound")].join("\n--\n");
}

/** Rules about a group of the set itself, written as rules about `self`. */
function withSelf(rules: readonly SecurityGroupRule[], set: readonly Key[]): readonly SecurityGroupRule[] {
  return rules.map((rule) =>
    rule.peer.kind === "security-group" && set.includes(rule.peer.key) ? { ...rule, peer: { kind: "security-group", key: "self" } } : rule,
  );
}
