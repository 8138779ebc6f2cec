/** The middle value; the mean of the middle two where their number is even. NaN of nothing. */
export function median(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  const middle = ascending.length / 2;
  return ((ascending[Math.ceil(middle - 1)] ?? NaN) + (ascending[Math.floor(middle)] ?? NaN)) / 2;
}

/** The median of `left / right`, pair by pair: what holds when the machine's speed drifts. */
export function medianRatio(left: readonly number[], right: readonly number[]): number {
  return median(left.map((value, index) => value / (right[index] ?? NaN)));
}
