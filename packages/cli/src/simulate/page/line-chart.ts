import { axisTicks } from "../figures/axis-ticks";
import { numberText } from "@lambda-vpc/reports/page/number-text";

/** One line of a chart. Its look is that of the class `name` in the style of the page. */
export interface ChartLine {
  readonly name: "before" | "today" | "refused" | "free" | "each";
  readonly label: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** A chart of lines as SVG. */
export interface LineChart {
  readonly id: string;
  readonly title: string;
  /** What it shows in words, for those who do not see it. */
  readonly description: string;
  readonly xLabel: string;
  readonly yLabel: string;
  /** `steps`: a value holds until the next one. `straight`: the points are joined. */
  readonly join: "steps" | "straight";
  readonly lines: readonly ChartLine[];
}

const SIZE = { width: 720, height: 300, left: 64, right: 16, top: 16, bottom: 44 } as const;

/** A chart with its legend. Colours, dashes and fonts are in the style of the page. Texts must be free of markup. */
export function lineChart({ id, title, description, xLabel, yLabel, join, lines }: LineChart): string {
  const points = lines.flatMap((line) => line.points);
  const xTicks = axisTicks(points.reduce((most, { x }) => Math.max(most, x), 0));
  const yTicks = axisTicks(points.reduce((most, { y }) => Math.max(most, y), 0));
  const { width, height, left, right, top, bottom } = SIZE;
  const xOf = scale(
    points.reduce((most, { x }) => Math.max(most, x), 1),
    left,
    width - right,
  );
  const yOf = scale(yTicks.at(-1) ?? 1, height - bottom, top);
  const shown = xTicks.filter((x) => xOf(x) <= width - right + 1);
  const legend = lines.map(
    ({ name, label }) =>
      `<li><svg class="key" viewBox="0 0 32 8" aria-hidden="true"><path class="${name}" d="M0 4H32"/></svg>${label}</li>`,
  );
  return `<figure><figcaption id="${id}-caption">${title}</figcaption>
<ul class="legend">${legend.join("")}</ul>
<svg class="chart" role="img" aria-labelledby="${id}-caption ${id}-description" viewBox="0 0 ${width} ${height}">
<desc id="${id}-description">${description}</desc>
${yTicks.map((y) => `<path class="grid" d="M${left} ${yOf(y)}H${width - right}"/><text x="${left - 8}" y="${yOf(y) + 4}" text-anchor="end">${numberText(y)}</text>`).join("\n")}
${shown.map((x) => `<path class="axis" d="M${xOf(x)} ${height - bottom}v5"/><text x="${xOf(x)}" y="${height - bottom + 19}" text-anchor="middle">${numberText(x)}</text>`).join("\n")}
<text x="${(left + width - right) / 2}" y="${height - 6}" text-anchor="middle">${xLabel}</text>
<text transform="translate(14 ${(top + height - bottom) / 2}) rotate(-90)" text-anchor="middle">${yLabel}</text>
${lines
  .map(
    ({ name, points: own }) =>
      `<path class="${name}" d="${pathOf(
        own.map(({ x, y }) => [xOf(x), yOf(y)]),
        join,
      )}"/>`,
  )
  .join("\n")}
</svg></figure>`;
}

/** Maps 0 to `from` and `most` to `to`, in tenths of a pixel. */
function scale(most: number, from: number, to: number): (value: number) => number {
  return (value) => Math.round((from + ((to - from) * value) / most) * 10) / 10;
}

function pathOf(points: readonly (readonly [number, number])[], join: LineChart["join"]): string {
  return points.map(([x, y], index) => (index === 0 ? `M${x} ${y}` : join === "steps" ? `H${x}V${y}` : `L${x} ${y}`)).join("");
}
