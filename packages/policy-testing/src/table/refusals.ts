import { stableText } from "./stable-text";
import type { Row } from "../judgement/row";
import { previewOf } from "../program/stack";

/** What makes a table too sloppy to trust, each with the fix. None: it is taken. */
export function refusals(rows: readonly Row[], { neverUndecided, untilDeployed }: TableOptions): readonly string[] {
  const has = (verdict: string): boolean => rows.some(({ finds }) => finds.some((find) => find.verdict === verdict));
  const missing = [
    rows.some(({ finds }) => finds.length === 0) ? [] : ["a clean row: a stack in which it finds nothing"],
    has("violation") ? [] : ["a violating row: a stack in which it finds a violation"],
    has("undecided") || neverUndecided !== undefined
      ? []
      : ['an undecided row: a stack of which a preview cannot tell, or { neverUndecided: "why that cannot be" }'],
  ].flat();
  return [
    ...missing.map((row) => `The table has no ${row.replace(/^an? /, "")}.`),
    ...(neverUndecided !== undefined && has("undecided") ? ["A row is undecided, although neverUndecided says that none can be."] : []),
    ...(untilDeployed?.trim() === "" ? ["untilDeployed gives no reason: say why the policy speaks only of what is still to be made."] : []),
    ...(neverUndecided?.trim() === "" ? ["neverUndecided gives no reason: say why the policy always decides."] : []),
    ...rows.flatMap(({ name }, index) => (name.trim() === "" ? [`Row ${index + 1} has no name: say as a sentence what it shows.`] : [])),
    ...repeated(rows, ({ name }) => name.trim()).map(
      ([first]) => `Several rows are called "${first.name}": name each after what it alone shows.`,
    ),
    ...repeated(rows, ({ stack, config = {}, settings = {} }) => stableText([previewOf(stack), config, settings])).map(
      (same) => `The rows ${same.map(({ name }) => `"${name}"`).join(" and ")} are the same stack with the same configuration: keep one.`,
    ),
    ...rows.flatMap(({ name, finds }) =>
      finds.some(({ says }) => says.every((part) => part.trim() === ""))
        ? [`Row "${name}" expects no text: say which part of the message carries its meaning.`]
        : [],
    ),
  ];
}

/** What a table says about itself. */
export interface TableOptions {
  /** Why the policy can always decide, for policies that speak only of what is certain: then no undecided row is needed. */
  readonly neverUndecided?: string;
  /** Why the policy speaks only of what is still to be made, as of ranges that cannot change later: then it is silent once all is deployed. */
  readonly untilDeployed?: string;
}

function repeated(rows: readonly Row[], text: (row: Row) => string): readonly (readonly [Row, Row, ...Row[]])[] {
  return [...Map.groupBy(rows, text)].flatMap(([, [first, second, ...others]]) =>
    first === undefined || second === undefined ? [] : [[first, second, ...others] as const],
  );
}
