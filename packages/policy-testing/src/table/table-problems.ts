import { stableText } from "./stable-text";
import type { Row } from "../judgement/row";
import { previewOf } from "../program/stack";

/** Why a table proves too little, each problem with its fix. Empty: the table is accepted. */
export function tableProblems(rows: readonly Row[], { neverUndecided, untilDeployed }: TableOptions): readonly string[] {
  const has = (verdict: string): boolean => rows.some(({ finds }) => finds.some((find) => find.verdict === verdict));
  const missing = [
    rows.some(({ finds }) => finds.length === 0) ? [] : ["a clean row: a stack in which it finds nothing"],
    has("violation") ? [] : ["a violating row: a stack in which it finds a violation"],
    has("undecided") || neverUndecided !== undefined
      ? []
      : ['an undecided row: a stack with unknown values that matter, or { neverUndecided: "the reason" }'],
  ].flat();
  return [
    ...missing.map((row) => `The table has no ${row.replace(/^an? /, "")}.`),
    ...(neverUndecided !== undefined && has("undecided") ? ["A row is undecided, although neverUndecided excludes that."] : []),
    ...(untilDeployed?.trim() === ""
      ? ["untilDeployed gives no reason: state why the policy reports only resources that are not created yet."]
      : []),
    ...(neverUndecided?.trim() === "" ? ["neverUndecided gives no reason: state why the policy always decides."] : []),
    ...rows.flatMap(({ name }, index) => (name.trim() === "" ? [`Row ${index + 1} has no name: state in a sentence what it shows.`] : [])),
    ...repeated(rows, ({ name }) => name.trim()).map(([first]) => `Several rows are called "${first.name}": give each a different name.`),
    ...repeated(rows, ({ stack, config = {}, settings = {} }) => stableText([previewOf(stack), config, settings])).map(
      (same) => `The rows ${same.map(({ name }) => `"${name}"`).join(" and ")} are the same stack with the same configuration: keep one.`,
    ),
    ...rows.flatMap(({ name, finds }) =>
      finds.some(({ says }) => says.every((part) => part.trim() === ""))
        ? [`Row "${name}" expects no text: add the important part of the message.`]
        : [],
    ),
  ];
}

/** Properties of a policy that change the required rows. */
export interface TableOptions {
  /** Why the policy can always decide, for policies that report only certain facts. Then no undecided row is required. */
  readonly neverUndecided?: string;
  /** Why the policy reports only resources that are not created yet, such as ranges that cannot change later. Then it reports nothing after a deployment. */
  readonly untilDeployed?: string;
}

function repeated(rows: readonly Row[], text: (row: Row) => string): readonly (readonly [Row, Row, ...Row[]])[] {
  return [...Map.groupBy(rows, text)].flatMap(([, [first, second, ...others]]) =>
    first === undefined || second === undefined ? [] : [[first, second, ...others] as const],
  );
}
