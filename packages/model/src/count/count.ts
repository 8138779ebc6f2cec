/**
 * What a figure depends on. `known` always holds. `dependencies` holds under assumption S (docs/eni-model.md): unknown ids are ids of resources
 * that the property depends on.
 */
export type Basis = "known" | "dependencies";

/** A number of things that is not fully known before a deployment. Law: `min ≤ likely ≤ max`. */
export interface Count {
  readonly min: number;
  readonly likely: number;
  readonly max: number;
  readonly basis: Basis;
}

/** Three-valued, so that an unknown result is never reported as ok. */
export type Verdict = "ok" | "violation" | "undecided";

/** A count between `min` and `max`; `likely` is clamped to these bounds. */
export function between(min: number, likely: number, max: number, basis: Basis): Count {
  return { min, likely: Math.min(Math.max(likely, min), max), max, basis };
}

/** A count of exactly `n`. */
export function exactly(n: number, basis: Basis = "known"): Count {
  return { min: n, likely: n, max: n, basis };
}

export function isExact(count: Count): boolean {
  return count.min === count.max;
}

/** The weaker of two bases: a figure computed from two figures depends on both. */
export function weakerBasis(left: Basis, right: Basis): Basis {
  return left === "known" ? right : left;
}

/** The same figure, which also depends on `basis`. */
export function restingOn(basis: Basis, count: Count): Count {
  return { ...count, basis: weakerBasis(count.basis, basis) };
}

/** The sum of two figures about disjoint things. */
export function plus(left: Count, right: Count): Count {
  return between(left.min + right.min, left.likely + right.likely, left.max + right.max, weakerBasis(left.basis, right.basis));
}

/** The amount by which `before` exceeds `after`, never negative: `after` counts the same things after a removal. */
export function reduction(before: Count, after: Count): Count {
  const least = Math.max(0, before.min - after.max);
  const most = Math.max(0, before.max - after.min);
  return between(least, before.likely - after.likely, most, weakerBasis(before.basis, after.basis));
}

/** Whether `count` stays within `limit`: a violation if even `min` exceeds it, ok if even `max` does not. */
export function atMost(count: Count, limit: number): Verdict {
  if (count.min > limit) return "violation";
  return count.max <= limit ? "ok" : "undecided";
}

/** `36`, `12 to 36 (likely 24)`, `at least 12 (likely 24)` or `at most 36 (likely 24)` if the other bound is infinite. */
export function formatCount(count: Count): string {
  return isExact(count) ? String(count.min) : `${boundsOf(count)} (likely ${count.likely})`;
}

/** `36 combinations`, `12 to 36 combinations (likely 24)`. */
export function formatCounted(count: Count, singular: string): string {
  return isExact(count) ? counted(count.min, singular) : `${boundsOf(count)} ${pluralOf(singular)} (likely ${count.likely})`;
}

/** `12 to 36`, `at least 12`, `at most 36`. */
function boundsOf({ min, max }: Count): string {
  if (max === Infinity) return `at least ${min}`;
  return min === -Infinity ? `at most ${max}` : `${min} to ${max}`;
}

/** `1 function`, `12 functions`, `2 addresses`. */
export function counted(n: number, singular: string, plural = pluralOf(singular)): string {
  return `${n} ${n === 1 ? singular : plural}`;
}

function pluralOf(singular: string): string {
  return singular.endsWith("s") ? `${singular}es` : `${singular}s`;
}
