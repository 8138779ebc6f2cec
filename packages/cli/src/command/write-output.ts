import type { CommandContext } from "./command";
import type { Document } from "./outcome";
import { writeFiles } from "./write-files";

/** Names of the standard output. It may be a socket, which cannot be opened by its name. */
const standardOutput = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/**
 * Writes a text to the file that the user specified, completely or not at all.
 *
 * @param out undefined if the user specified none.
 * @returns what belongs on the standard output.
 * @throws CommandError if the file cannot be written.
 */
export function writeOutput(out: string | undefined, text: string, { directory }: Pick<CommandContext, "directory">): Document {
  if (out === undefined || standardOutput.includes(out)) return { document: text };
  writeFiles([{ file: out, text }], { directory });
  return { document: "" };
}
