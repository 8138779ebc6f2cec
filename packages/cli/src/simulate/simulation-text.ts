import type { ModelComparison, SharingRow } from "@lambda-vpc/model";
import { comparisonRows, scenarioText } from "./figures/comparison-rows";
import { numberText } from "@lambda-vpc/reports/page/number-text";
import { textChart } from "./text-chart";

/** Both models as a table, a chart, and what sharing changes. */
export function simulationText(comparison: ModelComparison, sharing: readonly SharingRow[]): string {
  const figures = comparisonRows(comparison).map(({ figure, before, today }) => [figure, before, today]);
  const numbers = sharing.map((row) => [
    numberText(row.functions),
    numberText(row.beforeWithSetEach),
    numberText(row.todayWithSetEach),
    numberText(row.todayWithOneSet),
  ]);
  return `${scenarioText(comparison)}

${table("left", [["", "before September 2019", "today"], ...figures])}

Interfaces over time:

${textChart(comparison)}

Interfaces by number of functions, under the same load:

${table("right", [["functions", "before September 2019", "today, a set each", "today, one set"], ...numbers])}

What the simulation assumes, and its sources: docs/article-2019.md in the repository of lambda-vpc.
`;
}

/** Lines of columns. */
function table(alignment: "left" | "right", rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (text: string, column: number): string =>
    alignment === "left" ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(pad).join("  ").trimEnd()}`).join("\n");
}
