/**
 * Three readings of one value that is partly unknown at preview: `lower` is what is certain, `estimate` what is likely, `upper` what is
 * possible. Law for sets: `lower ⊆ estimate ⊆ upper`, and the truth lies between `lower` and `upper`.
 */
export interface Readings<T> {
  readonly lower: T;
  readonly estimate: T;
  readonly upper: T;
}

/** The readings of a known value. */
export function sameReadings<T>(value: T): Readings<T> {
  return { lower: value, estimate: value, upper: value };
}

/** The same change applied to each reading. Readings that are one value stay one value. */
export function mapReadings<T, U>({ lower, estimate, upper }: Readings<T>, change: (value: T) => U): Readings<U> {
  const [changedUpper, changedLower] = [change(upper), lower === upper ? undefined : change(lower)];
  const changedEstimate = estimate === upper ? changedUpper : change(estimate);
  return { lower: changedLower ?? changedUpper, estimate: changedEstimate, upper: changedUpper };
}
