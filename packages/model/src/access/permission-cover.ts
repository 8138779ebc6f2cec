import { canonicalPermissions } from "./permissions";
import type { SecurityGroupRule } from "../facts/security-group-rule";

/**
 * Whether `granted` lets through all that `needed` lets through: the two together are then no more than `granted` alone. Prefix lists and
 * groups are compared by name, so a doubt is never taken for cover.
 */
export function covers(granted: readonly SecurityGroupRule[], needed: readonly SecurityGroupRule[]): boolean {
  return canonicalPermissions([...granted, ...needed]) === canonicalPermissions(granted);
}

/** The rules of `granted` that let through more than `had` does: empty exactly when nobody gains access. */
export function widening(granted: readonly SecurityGroupRule[], had: readonly SecurityGroupRule[]): readonly SecurityGroupRule[] {
  return granted.filter((rule) => !covers(had, [rule]));
}
