import type { SecurityGroupRule } from "./security-group-rule";

/** The rules of one direction of a group as a preview shows them: some known, some not. */
export interface PartialRules {
  /** Rules without an unknown part. */
  readonly known: readonly SecurityGroupRule[];
  /** Whether the group has rules with an unknown part: certainly, possibly, or not if absent. */
  readonly hidden?: "certain" | "possible";
}
