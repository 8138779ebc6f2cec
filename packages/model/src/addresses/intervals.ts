/** Integers from `first` to `last`, both included. */
export interface Interval<N extends number | bigint> {
  readonly first: N;
  readonly last: N;
}

/** The same numbers in the fewest intervals, ascending. Law: two lists cover the same numbers exactly when their merged forms are equal. */
export function mergeIntervals(intervals: readonly Interval<bigint>[]): readonly Interval<bigint>[] {
  const ascending = [...intervals].sort((a, b) => Number(a.first - b.first));
  const merged: Interval<bigint>[] = [];
  for (const next of ascending) {
    const last = merged.at(-1);
    if (last !== undefined && next.first <= last.last + 1n) {
      if (next.last > last.last) merged[merged.length - 1] = { first: last.first, last: next.last };
    } else merged.push(next);
  }
  return merged;
}
