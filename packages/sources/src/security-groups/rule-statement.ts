import type { Key, Result, SecurityGroupRule } from "@lambda-vpc/model";

/** A rule that one position in a stack specifies, or what is known of it. */
export type RuleStatement = Result<ReadRule, UnreadableRule>;

/** A rule whose owner, peer and ports are known. */
export interface ReadRule {
  readonly owner: Key;
  readonly rule: SecurityGroupRule;
  readonly separate: boolean;
  /** The resource that specifies it: the owner itself if it is inline. */
  readonly by: Key;
}

/** A rule with an unknown part. */
export interface UnreadableRule {
  readonly direction: SecurityGroupRule["direction"];
  /** The groups that it may belong to, and those that may be its source or destination. */
  readonly owners: Scope;
  readonly peers: Scope;
  readonly why: string;
  /** Whether one of the owners certainly has such a rule. */
  readonly exists: boolean;
}

/** Some groups, or any group at all. */
export type Scope = readonly Key[] | "any";

export function inScope(scope: Scope, key: Key): boolean {
  return scope === "any" || scope.includes(key);
}
