import { numberText } from "../page/number-text";
import { type Markup, markup } from "../page/markup";
import { boundsText } from "./bounds-text";
import type { AddressFigures } from "./report-data";

/** What a part of a bar stands for. `unknown` is between the least and the most of the peak. `over` is needed and not there. */
export type BarPart = "used" | "changeover" | "scaling" | "growth" | "unknown" | "free" | "over";

export interface BarSegment {
  readonly part: BarPart;
  readonly addresses: number;
}

/**
 * The addresses of a subnet from left to right: what is certainly needed of each kind, what may be needed in addition, and what is free in any case.
 * Law: they add up to the usable addresses, or to the most of the peak if that is more. What exceeds the usable addresses for certain is `over`.
 */
export function barSegments({ usable, used, changeover, scaling, growth, peak }: AddressFigures): readonly BarSegment[] {
  const certain = [used, changeover, scaling, growth].map(([min]) => min ?? 0);
  const least = certain.reduce((sum, one) => sum + one, 0);
  const most = peak[2] ?? Math.max(usable ?? 0, least + 1);
  const over = usable === null ? 0 : Math.max(0, least - usable);
  const [ofUsed = 0, ofChangeover = 0, ofScaling = 0, ofGrowth = 0] = withoutLast(certain, over);
  const segments: readonly BarSegment[] = [
    { part: "used", addresses: ofUsed },
    { part: "changeover", addresses: ofChangeover },
    { part: "scaling", addresses: ofScaling },
    { part: "growth", addresses: ofGrowth },
    { part: "over", addresses: over },
    { part: "unknown", addresses: most - least },
    { part: "free", addresses: usable === null ? 0 : Math.max(0, usable - most) },
  ];
  return segments.filter(({ addresses }) => addresses > 0);
}

/** The numbers with `excess` removed from the end. */
function withoutLast(numbers: readonly number[], excess: number): readonly number[] {
  let rest = excess;
  return numbers
    .toReversed()
    .map((number) => {
      const removed = Math.min(number, rest);
      rest -= removed;
      return number - removed;
    })
    .toReversed();
}

const WIDTH = 1000;
/** A part that is not zero is visible. */
const LEAST_WIDTH = 14;

/** The widths of segments. Law: they add up to `WIDTH`; each is its share, but for parts that would be too small to see. */
export function barWidths(segments: readonly BarSegment[]): readonly number[] {
  const total = segments.reduce((sum, { addresses }) => sum + addresses, 0);
  const raw = segments.map(({ addresses }) => (addresses / total) * WIDTH);
  const small = raw.filter((width) => width < LEAST_WIDTH);
  const added = small.reduce((sum, width) => sum + LEAST_WIDTH - width, 0);
  const large = WIDTH - small.reduce((sum, width) => sum + width, 0);
  return raw.map((width) => (width < LEAST_WIDTH ? LEAST_WIDTH : width * (1 - added / large)));
}

/** The bar of a subnet as SVG, with its numbers in words. */
export function addressBar(name: string, addresses: AddressFigures): Markup {
  const segments = barSegments(addresses);
  const widths = barWidths(segments);
  let x = 0;
  const parts = segments.map(({ part, addresses: number }, index) => {
    const width = widths[index] ?? 0;
    const left = x;
    x += width;
    return markup`<rect class="${part}" x="${round(left)}" width="${round(width)}" height="28"><title>${numberText(number)} ${partLabels[part]}</title></rect>`;
  });
  return markup`<svg class="bar" viewBox="0 0 ${WIDTH} 28" preserveAspectRatio="none" role="img" aria-label="${addressText(name, addresses)}">${parts}</svg>`;
}

export const partLabels: Readonly<Record<BarPart, string>> = {
  used: "used",
  changeover: "changeover",
  scaling: "scaling",
  growth: "growth",
  unknown: "possibly needed",
  free: "free",
  over: "missing",
};

/** The addresses of a subnet in one sentence. */
export function addressText(name: string, { usable, used, changeover, scaling, growth, free }: AddressFigures): string {
  const parts = [
    `${boundsText(used)} used`,
    `${boundsText(changeover)} for changeover`,
    `${boundsText(scaling)} for scaling`,
    `${boundsText(growth)} for growth`,
    free === null ? "free unknown" : `${boundsText(free)} free`,
  ];
  return `${name}: ${parts.join(", ")}, of ${usable === null ? "an unknown number of" : numberText(usable)} usable addresses`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
