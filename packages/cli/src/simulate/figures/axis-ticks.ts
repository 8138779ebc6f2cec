/** The numbers at an axis from 0 to at least `most`: two to six, multiples of the smallest 1, 2 or 5 times a power of ten that keeps them few. */
export function axisTicks(most: number): readonly number[] {
  let width = 1;
  for (let power = 1; most / width > 5; power *= 10) width = [power, 2 * power, 5 * power].find((one) => most / one <= 5) ?? width;
  return Array.from({ length: Math.max(1, Math.ceil(most / width)) + 1 }, (_, index) => index * width);
}
