/**
 * The first major version of Node.js that the packages support. `engines` in each package.json states the same.
 *
 * This module imports nothing, and any Node.js from 14 on can read its compiled form: it must run where everything else fails.
 */
const firstMajor = 22;

/** A process of Node.js. */
export interface NodeProcess {
  /** The version without `v`. */
  readonly version: string;
  /** The path of the executable. */
  readonly executable: string;
}

/** One sentence with both versions if `subject` cannot run on this Node.js; undefined if it can. */
export function unsupportedNode(subject: string, { version, executable }: NodeProcess): string | undefined {
  if (Number.parseInt(version, 10) >= firstMajor) return undefined;
  return `${subject} requires Node.js ${firstMajor} or later and runs on Node.js ${version} (${executable}): upgrade Node.js.`;
}
