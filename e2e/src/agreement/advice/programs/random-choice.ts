import fc from "fast-check";

/** Numbers that a seed draws: each call returns one from 0 to `count` - 1, and 0 if there is nothing to choose. */
export type Choose = (count: number) => number;

/** The choices that a seed stands for, always the same. */
export function choicesOf(seed: number): Choose {
  const drawn = fc.sample(fc.noBias(fc.nat(2 ** 31 - 2)), { numRuns: 400, seed });
  let index = 0;
  return (count) => {
    const number = drawn[index % drawn.length] ?? 0;
    index += 1;
    return count === 0 ? 0 : number % count;
  };
}

/** One of the items. */
export function oneOf<T>(choose: Choose, items: readonly T[]): T | undefined {
  return items[choose(items.length)];
}
