import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { barSegments, barWidths, addressBar } from "./address-bar";
import { sumOf } from "./bounds-text";
import type { AddressFigures, Bounds } from "./report-data";

const exact = (number: number): Bounds => [number, number, number];
const addresses = (usable: number | null, needs: Partial<Record<"used" | "changeover" | "scaling" | "growth", Bounds>>): AddressFigures => {
  const { used = exact(0), changeover = exact(0), scaling = exact(0), growth = exact(0) } = needs;
  const peak = [used, changeover, scaling, growth].reduce(sumOf);
  return { usable, used, changeover, scaling, growth, peak, free: null, needs: [], held: 0, complete: true };
};

describe("a bar", () => {
  test.each<{ sentence: string; of: AddressFigures; parts: Readonly<Record<string, number>> }>([
    {
      sentence: "what is needed and what is free",
      of: addresses(251, { used: exact(12), changeover: exact(12), growth: exact(3) }),
      parts: { used: 12, changeover: 12, growth: 3, free: 224 },
    },
    {
      sentence: "what is not certain apart from what is",
      of: addresses(251, { used: [12, 20, 36], changeover: [12, 20, 36] }),
      parts: { used: 12, changeover: 12, unknown: 48, free: 179 },
    },
    {
      sentence: "what is missing",
      of: addresses(11, { used: exact(8), changeover: exact(8) }),
      parts: { used: 8, changeover: 3, over: 5 },
    },
    { sentence: "what may be missing", of: addresses(11, { used: [8, 8, 20] }), parts: { used: 8, unknown: 12 } },
    { sentence: "no free addresses if nothing bounds the need", of: addresses(11, { used: [8, 8, null] }), parts: { used: 8, unknown: 3 } },
    { sentence: "only what is needed if the range is unknown", of: addresses(null, { used: exact(8) }), parts: { used: 8 } },
    { sentence: "nothing for nothing", of: addresses(null, {}), parts: {} },
  ])("has $sentence", ({ of, parts }) => {
    expect(Object.fromEntries(barSegments(of).map(({ part, addresses: number }) => [part, number]))).toEqual(parts);
  });

  test("adds up to the usable addresses, or to the most of the peak", () => {
    const bounds = fc.tuple(fc.nat(200), fc.nat(100), fc.nat(100)).map(([min, more, most]): Bounds => [min, min + more, min + more + most]);
    checkLaw(
      { "the peak does not fit": 20, "the peak fits": 20 },
      [fc.nat(1500), fc.record({ used: bounds, changeover: bounds, scaling: bounds, growth: bounds })],
      (usable, needs, met) => {
        const of = addresses(usable, needs);
        const most = of.peak[2] ?? 0;
        met("the peak does not fit", most > usable);
        met("the peak fits", most <= usable);
        const segments = barSegments(of);
        expect(segments.reduce((sum, { addresses: number }) => sum + number, 0)).toBe(Math.max(usable, most));
        const widths = barWidths(segments);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1000);
        expect(widths.every((width) => width >= 12)).toBe(true);
      },
    );
  });

  test("states its numbers in words, and no name is markup", () => {
    const { html } = addressBar('<b a="', addresses(251, { used: [12, 20, 36] }));
    expect(html).toContain(
      'aria-label="&lt;b a=&quot;: 12 to 36 used, 0 for changeover, 0 for scaling, 0 for growth, free unknown, of 251 usable addresses"',
    );
  });
});
