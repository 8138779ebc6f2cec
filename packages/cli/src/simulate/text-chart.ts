import type { ModelComparison, Moment } from "@lambda-vpc/model";
import { numberText } from "@lambda-vpc/reports/page/number-text";

const WIDTH = 60;
const HEIGHT = 8;
/** Blocks from empty to full, an eighth each. */
const BLOCKS = " ▁▂▃▄▅▆▇█";

/**
 * The interfaces of both models over time, in characters: a bar for the model before September 2019, a line for today's. Below it, when
 * executions waited and were refused before September 2019. A column shows the most of the steps that it stands for.
 */
export function textChart({ scenario, before, today }: ModelComparison): string {
  const most = Math.max(1, before.summary.interfaces, today.summary.interfaces);
  const label = numberText(most).length;
  const [bars, line] = [columns(before.moments), columns(today.moments)];
  const rows = Array.from({ length: HEIGHT }, (_, index) => {
    const row = HEIGHT - 1 - index;
    const cells = bars.map(({ interfaces }, column) => cell(row, interfaces / most, (line[column]?.interfaces ?? 0) / most));
    const tick = row === HEIGHT - 1 ? numberText(most) : row === 0 ? "0" : "";
    return `${tick.padStart(label)} │${cells.join("")}`;
  });
  const end = `${numberText((scenario.load.length - 1) * scenario.secondsPerStep)} s`;
  const indent = " ".repeat(label);
  const marks = (mark: string, of: (moment: Moment) => number): string => bars.map((one) => (of(one) > 0 ? mark : "·")).join("");
  return [
    ...rows,
    `${indent} └${"─".repeat(bars.length)}`,
    `${indent}  0 s${end.padStart(Math.max(0, bars.length - 3))}`,
    `${indent}  █ before September 2019   ─ today`,
    "",
    `${indent}  ${marks("w", ({ waiting }) => waiting)} w: executions waited for an interface, before September 2019`,
    `${indent}  ${marks("x", ({ refused }) => refused)} x: executions were refused, before September 2019`,
  ]
    .map((text) => text.trimEnd())
    .join("\n");
}

/** The moments of at most `WIDTH` columns. */
function columns(moments: readonly Moment[]): readonly Moment[] {
  const count = Math.min(WIDTH, moments.length);
  return Array.from({ length: count }, (_, column) => {
    const part = moments.slice(Math.floor((column * moments.length) / count), Math.floor(((column + 1) * moments.length) / count));
    return part.reduce((one, other) => ({
      ...other,
      interfaces: Math.max(one.interfaces, other.interfaces),
      waiting: Math.max(one.waiting, other.waiting),
      refused: Math.max(one.refused, other.refused),
    }));
  });
}

/** One character of a row. `bar` and `line` are shares of the height. The line is in the row that its value ends in. */
function cell(row: number, bar: number, line: number): string {
  if (line > 0 && Math.max(0, Math.ceil(line * HEIGHT) - 1) === row) return "─";
  const eighths = Math.round((bar * HEIGHT - row) * 8);
  const block = BLOCKS[Math.min(8, Math.max(0, eighths))] ?? " ";
  return bar > 0 && row === 0 && block === " " ? "▁" : block;
}
