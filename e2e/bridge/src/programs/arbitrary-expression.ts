import fc from "fast-check";
import type { Expression } from "./declaration";

/** One of these, as it is written. */
export function oneOf(...expressions: readonly Expression[]): fc.Arbitrary<Expression> {
  return fc.constantFrom(...expressions);
}

/** An argument that the program may leave out. */
export function perhaps(expression: fc.Arbitrary<Expression>): fc.Arbitrary<Expression | undefined> {
  return fc.option(expression, { nil: undefined, freq: 2 });
}

/** Some of these in any order, at least `least`; with `repeated` perhaps more than once. */
export function someOf(
  expressions: readonly Expression[],
  { least = 1, most = expressions.length, repeated = false }: { least?: number; most?: number; repeated?: boolean } = {},
): fc.Arbitrary<readonly Expression[]> {
  const element = fc.constantFrom(...expressions);
  const bounds = { minLength: least, maxLength: most };
  return repeated ? fc.array(element, bounds) : fc.uniqueArray(element, bounds);
}

export function listOf(elements: readonly Expression[]): Expression {
  return `[${elements.join(", ")}]`;
}

/** Tags, some of them known only once `unknown` is. */
export function tags(unknown: Expression): fc.Arbitrary<Expression> {
  return oneOf(`{ Team: "orders" }`, `{ Team: "shipping", Stage: "dev" }`, `{ Team: "orders", Beside: ${unknown} }`, "{}");
}
