import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Surroundings } from "./command";
import { CommandError } from "./command-error";
import { exitCodes } from "./exit-codes";

/**
 * Writes `file` whole or not at all: aside first, then in its place, so that whoever reads it, or an end in the middle, meets the old file or
 * the new one. @throws CommandError where it cannot be written.
 */
export function writeWholeFile(file: string, text: string, { directory }: Surroundings): void {
  const path = resolve(directory, file);
  const aside = `${path}.${process.pid}.unfinished`;
  try {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    writeFileSync(aside, text, { flag: "wx", ...(mode === undefined ? {} : { mode }) });
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CommandError(exitCodes.unwritable, `${file} cannot be written (${reason}). Name a file in a folder that you may write to.`);
  }
}
