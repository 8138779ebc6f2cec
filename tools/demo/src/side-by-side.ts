/** The figures of one VPC in a preview with the demo's configuration. */
export interface Figures {
  readonly functions: number;
  readonly combinations: number;
  readonly budget: number;
}

/** Reads the figures that eni-budget reports in a preview. Throws if they are missing. */
export function readFigures(output: string): Figures {
  const told = /(\d+) combinations for the (\d+) functions in VPC .*the budget is (\d+)/.exec(output);
  if (told === null) throw new Error(`the preview reports no combinations:\n${output}`);
  const [combinations = NaN, functions = NaN, budget = NaN] = told.slice(1).map(Number);
  return { functions, combinations, budget };
}

/** A table of the programs, a column each. */
export function sideBySide(programs: readonly ({ readonly title: string } & Figures)[]): string {
  const rows: readonly (readonly string[])[] = [
    ["", ...programs.map(({ title }) => title)],
    ["functions", ...programs.map(({ functions }) => String(functions))],
    ["combinations (at least so many ENIs)", ...programs.map(({ combinations }) => String(combinations))],
    ["share of the VPC's quota", ...programs.map(({ combinations, budget }) => `${((100 * combinations) / budget).toFixed(1)} %`)],
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("   "))
    .join("\n");
}
