import { countText, numberText as plain } from "../page/number-text";
import type { Bounds } from "./report-data";

/** A negative number has the sign that is as wide as a digit. */
function numberText(number: number): string {
  return plain(number).replace("-", "−");
}

/** `36`, `12 to 36`, `at least 12`, `at most 36`. A count that is not exact never stands as one number. */
export function boundsText([min, , max]: Bounds): string {
  if (min !== null && min === max) return numberText(min);
  if (min === null) return max === null ? "unknown" : `at most ${numberText(max)}`;
  return max === null ? `at least ${numberText(min)}` : `${numberText(min)} to ${numberText(max)}`;
}

/** `1 combination`, `12 to 36 combinations`. */
export function boundedText(bounds: Bounds, noun: string, plural?: string): string {
  const [min, , max] = bounds;
  return min !== null && min === max ? countText(min, noun, plural) : `${boundsText(bounds)} ${plural ?? `${noun}s`}`;
}

/** The sum of two counts of different things. */
export function sumOf(left: Bounds, right: Bounds): Bounds {
  const add = (index: 0 | 1 | 2): number | null => {
    const [a, b] = [left[index], right[index]];
    return a === null || b === null ? null : a + b;
  };
  return [add(0), add(1), add(2)];
}
