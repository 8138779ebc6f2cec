import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CommandContext } from "./command";
import { CommandError } from "./command-error";
import { exitCodes } from "./exit-codes";

/**
 * Writes `file` completely or not at all. It writes another file and renames it, so that a reader, or an interruption, sees the old file or the
 * new one. @throws CommandError if it cannot be written.
 */
export function writeWholeFile(file: string, text: string, { directory }: CommandContext): void {
  const path = resolve(directory, file);
  const aside = `${path}.${process.pid}.unfinished`;
  try {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    writeFileSync(aside, text, { flag: "wx", ...(mode === undefined ? {} : { mode }) });
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CommandError(
      exitCodes.unwritable,
      `${file} cannot be written (${reason}). Specify a file in a folder that you have permission to write to.`,
    );
  }
}
