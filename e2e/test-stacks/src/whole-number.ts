/**
 * The value of the flag `name` of a program.
 *
 * @throws Error with the flag and `usage` if the value is not a whole number of at least `least`.
 */
export function wholeNumber(name: string, value: string, least: number, usage: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least) throw new Error(`--${name} takes a whole number from ${least} up\n${usage}`);
  return number;
}
