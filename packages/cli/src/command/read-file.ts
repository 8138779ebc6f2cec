import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Surroundings } from "./command";
import { CommandError } from "./command-error";
import { exitCodes } from "./exit-codes";

/** The text of `file`, of the standard input where it is `-`. @throws CommandError where there is none. */
export function readText(file: string, { directory, input }: Surroundings): string {
  try {
    return file === "-" ? input() : readFileSync(resolve(directory, file), "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR")
      throw new CommandError(exitCodes.missing, `${file}: there is no such file in ${directory}. Check the path.`);
    throw new CommandError(
      exitCodes.unreadable,
      `${file === "-" ? "The standard input" : file} cannot be read (${code ?? String(error)}). Name a file that you may read.`,
    );
  }
}

/** What a JSON file holds. @throws CommandError where it is not there or no JSON. */
export function readJson(file: string, surroundings: Surroundings): unknown {
  const text = readText(file, surroundings);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(exitCodes.unreadable, `${file} is no JSON: ${(error as Error).message}. Mend it there.`);
  }
}
