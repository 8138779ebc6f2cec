import type { Key } from "./key";
import type { Knowable } from "./knowable";
import type { PolicyStatement } from "./policy-statement";
import type { Uncertainty } from "../count/uncertainty";

/** An execution role of functions, with its known policies. */
export interface Role {
  /** Its URN if the stack manages it, otherwise the ARN that functions name. */
  readonly key: Key;
  readonly policies: readonly RolePolicy[];
  /** The policy that limits what the others can grant (IAM: permissions boundary). */
  readonly boundary?: PolicyText;
  /** The ARNs of the managed policies that it lists itself, and to which it is then limited. Absent if it lists none, or if the stack does not manage it. */
  readonly managedPolicyArns?: Knowable<readonly string[]>;
  /** The security groups and subnets that it depends on, directly or through others: they cannot depend on it. */
  readonly follows?: readonly Key[];
}

/** The statements of a policy. */
export interface PolicyText {
  readonly statements: readonly PolicyStatement[];
  /** Why it may have more, unknown statements. Absent if it has no others. */
  readonly uncertainty?: Uncertainty;
}

/** A policy on a role. */
export interface RolePolicy extends PolicyText {
  /** The resource that attaches it: the role, a policy resource, or an attachment. Absent if no resource of this stack does. */
  readonly by?: Key;
  /** The functions that do not exist yet and that `by` depends on: the deployment creates `by` after them. Absent if there are none. */
  readonly awaits?: readonly Key[];
  /** Those of `awaits` that `by` depends on by its option dependsOn alone. */
  readonly awaitsByOption?: readonly Key[];
  /** The security groups and subnets that `by` depends on, directly or through others: they cannot depend on it. */
  readonly follows?: readonly Key[];
}
