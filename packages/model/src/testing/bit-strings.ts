/*
 * The oracle of address blocks: a block is the text of the bits that its addresses share. For example, 10.0.0.0/16 is 0000101000000000. It shares
 * nothing with the arithmetic it is held against.
 */

/** The bits of `10.0.0.0/16`, read with plain 32-bit numbers. */
export function bitsOf(cidr: string): string {
  const [a = 0, b = 0, c = 0, d = 0, length = 0] = cidr.split(/[./]/).map(Number);
  const address = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  return address.toString(2).padStart(32, "0").slice(0, length);
}

/** Whether every address that begins with `inner` begins with `outer`. */
export function bitsContain(outer: string, inner: string): boolean {
  return inner.startsWith(outer);
}

/** Whether any address begins with both. */
export function bitsOverlap(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** Every block of `length` bits inside the block `bits`. */
export function bitsInside(bits: string, length: number): readonly string[] {
  let blocks = [bits];
  while ((blocks[0]?.length ?? length) < length) blocks = blocks.flatMap((block) => [`${block}0`, `${block}1`]);
  return blocks.filter((block) => block.length === length);
}
