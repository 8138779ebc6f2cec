import fc from "fast-check";
import { listOf, someOf } from "./arbitrary-expression";
import type { Expression } from "./declaration";

/**
 * A list of some of `ids`, in the ways in which programs make one: element by element, as a whole, cut, turned round, by index, by a
 * condition. At least one element, never more than `most`.
 */
export function idList(ids: readonly Expression[], most: number): fc.Arbitrary<Expression> {
  return someOf(ids, { most, repeated: true }).chain((some) => fc.constantFrom(...ways(some)));
}

function ways(ids: readonly Expression[]): readonly Expression[] {
  const all = `pulumi.all(${listOf(ids)})`;
  const first = ids.slice(0, 1);
  const byElement = listOf(ids);
  return [
    byElement,
    byElement,
    byElement,
    all,
    `${all}.apply((ids) => ids.slice(0, ${Math.ceil(ids.length / 2)}))`,
    `${all}.apply((ids) => [...ids].reverse())`,
    `[${all}.apply((ids) => ids[${ids.length - 1}]!), ${listOf(first).slice(1, -1)}]`,
    `[${all}.apply((ids) => (pulumi.getStack() === "dev" ? ids[0]! : ids.at(-1)!))]`,
  ];
}
