const format = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/** A number as `1,000` or `979.2`. */
export function numberText(number: number): string {
  return format.format(number);
}

/** A number and its noun, `1 function`, `40 functions`. */
export function countText(count: number, noun: string, plural = `${noun}s`): string {
  return `${numberText(count)} ${count === 1 ? noun : plural}`;
}
