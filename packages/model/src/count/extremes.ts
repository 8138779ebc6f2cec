/*
 * `Math.max(...numbers)` throws a RangeError for about 100,000 numbers, because each is an argument on the call stack.
 */

/** The largest of `numbers`, and at least `least`. */
export function largest(numbers: Iterable<number>, least = -Infinity): number {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
}

/** The smallest of `numbers`; Infinity if there are none. */
export function smallest(numbers: Iterable<number>): number {
  let found = Infinity;
  for (const number of numbers) if (number < found) found = number;
  return found;
}
