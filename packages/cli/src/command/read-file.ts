import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CommandContext } from "./command";
import { CommandError } from "./command-error";
import { exitCodes } from "./exit-codes";

/** The text of `file`, or of the standard input if `file` is `-`. @throws CommandError if it cannot be read. */
export function readText(file: string, { directory, input }: CommandContext): string {
  try {
    return file === "-" ? input() : readFileSync(resolve(directory, file), "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR")
      throw new CommandError(exitCodes.missing, `${file}: not found in ${directory}. Check the path.`);
    throw new CommandError(
      exitCodes.unreadable,
      `${file === "-" ? "The standard input" : file} cannot be read (${code ?? String(error)}). Specify a file that you have permission to read.`,
    );
  }
}

/** The content of a JSON file. @throws CommandError if it cannot be read or is not JSON. */
export function readJson(file: string, context: CommandContext): unknown {
  const text = readText(file, context);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(exitCodes.unreadable, `${file} is not JSON: ${(error as Error).message}. Correct the file.`);
  }
}
