import { createHash, randomBytes } from "node:crypto";

/** The number of random digits in a name that the bridge generates (AutoName). */
const RANDOM_DIGITS = 7;

/**
 * The generated name of a resource: its name in the program and seven hexadecimal digits.
 *
 * @param maxLength the maximum length in characters. Returns undefined if the name is longer.
 * @param seed the seed of the engine, which makes the name reproducible. Random if empty.
 */
export function automaticName(resourceName: string, maxLength: number, seed: Uint8Array): string | undefined {
  const source = seed.length > 0 ? seed : randomBytes(16);
  const name = `${resourceName}-${createHash("sha256").update(source).digest("hex").slice(0, RANDOM_DIGITS)}`;
  return name.length <= maxLength ? name : undefined;
}
