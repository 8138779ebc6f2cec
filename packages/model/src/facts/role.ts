import type { Key } from "./key";
import type { PolicyStatement } from "./policy-statement";
import type { Uncertainty } from "../count/uncertainty";

/** An execution role of functions, with its policies as far as the stack shows them. */
export interface Role {
  /** Its URN where the stack manages it, else the ARN that functions name. */
  readonly key: Key;
  readonly policies: readonly RolePolicy[];
  /** The policy that limits what the others can grant (IAM: permissions boundary). */
  readonly boundary?: PolicyText;
}

/** What a policy says. */
export interface PolicyText {
  readonly statements: readonly PolicyStatement[];
  /** Set where it may say more than shows, and why. */
  readonly uncertainty?: Uncertainty;
}

/** A policy on a role. */
export interface RolePolicy extends PolicyText {
  /** The resource that puts it there: the role, a policy of its own, an attachment. Absent where it is no matter of this stack. */
  readonly by?: Key;
  /** The functions that depend on `by`, directly or through others: the stack destroys them first. */
  readonly outlives: readonly Key[];
}
