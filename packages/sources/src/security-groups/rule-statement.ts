import type { Key, Result, SecurityGroupRule } from "@lambda-vpc/model";

/** What one place in a stack says about the rules of security groups. */
export type RuleStatement = Result<ReadRule, UnreadableRule>;

/** A rule whose owner, peer and ports all show. */
export interface ReadRule {
  readonly owner: Key;
  readonly rule: SecurityGroupRule;
  readonly separate: boolean;
}

/** A rule of which something does not show. */
export interface UnreadableRule {
  readonly direction: SecurityGroupRule["direction"];
  /** The groups it may belong to, and those it may be about. */
  readonly owners: Scope;
  readonly peers: Scope;
  readonly why: string;
}

/** Some groups, or any group at all. */
export type Scope = readonly Key[] | "any";

export function inScope(scope: Scope, key: Key): boolean {
  return scope === "any" || scope.includes(key);
}
