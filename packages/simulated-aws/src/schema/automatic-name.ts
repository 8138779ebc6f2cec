import { createHash, randomBytes } from "node:crypto";

/** How many random digits Pulumi's AWS provider puts behind an automatic name (the bridge's AutoName). */
const RANDOM_DIGITS = 7;

/**
 * The name of a resource whose program gives none: the resource's name in the program and seven hexadecimal digits.
 *
 * @param maxLength the greatest length of such a name in characters; undefined is returned when no name fits.
 * @param seed what the engine gives so that a name can be made again; chance decides when it gives nothing.
 */
export function automaticName(resourceName: string, maxLength: number, seed: Uint8Array): string | undefined {
  const source = seed.length > 0 ? seed : randomBytes(16);
  const name = `${resourceName}-${createHash("sha256").update(source).digest("hex").slice(0, RANDOM_DIGITS)}`;
  return name.length <= maxLength ? name : undefined;
}
