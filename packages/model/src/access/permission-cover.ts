import { canonicalPermissions } from "./permissions";
import type { SecurityGroupRule } from "../facts/security-group-rule";

/**
 * Whether `granted` allows all traffic that `needed` allows: both together then allow no more than `granted` alone. Prefix lists and groups are
 * compared by name, so the result is false if their contents are unknown.
 */
export function covers(granted: readonly SecurityGroupRule[], needed: readonly SecurityGroupRule[]): boolean {
  return canonicalPermissions([...granted, ...needed]) === canonicalPermissions(granted);
}

/** The rules of `granted` that allow more than `before` allows. Law: empty exactly if no access is added. */
export function widening(granted: readonly SecurityGroupRule[], before: readonly SecurityGroupRule[]): readonly SecurityGroupRule[] {
  return granted.filter((rule) => !covers(before, [rule]));
}
