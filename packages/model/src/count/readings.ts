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

/** The same change applied to each reading. */
export function mapReadings<T, U>({ lower, estimate, upper }: Readings<T>, change: (value: T) => U): Readings<U> {
  return { lower: change(lower), estimate: change(estimate), upper: change(upper) };
}
