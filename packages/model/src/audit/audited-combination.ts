import type { AuditedInterface } from "./audited-interface";
import { combinationKey, type HeldCombination, LATEST } from "./held-combination";

/** A combination with its interfaces. */
export interface AuditedCombination extends HeldCombination {
  /** Several if Lambda scales, none if Lambda reclaimed them or has not created them yet. */
  readonly interfaces: readonly string[];
  /** The functions that hold it, without versions, in order. */
  readonly functions: readonly string[];
  /** Whether published versions alone hold it. */
  readonly pinned: boolean;
}

export function auditCombinations(
  combinations: ReadonlyMap<string, HeldCombination>,
  interfaces: readonly AuditedInterface[],
): readonly AuditedCombination[] {
  const own = Map.groupBy(
    interfaces.filter(({ state }) => state === "held"),
    ({ subnet, securityGroups }) => combinationKey(subnet, securityGroups),
  );
  return [...combinations].map(([key, combination]) => ({
    ...combination,
    interfaces: (own.get(key) ?? []).map(({ id }) => id),
    functions: [...new Set(combination.holders.map((holder) => holder.function))],
    pinned: combination.holders.every(({ version }) => version !== LATEST),
  }));
}
