import { parseArgs, type ParseArgsConfig } from "node:util";
import { CommandError } from "./command-error";
import { exitCodes } from "./exit-codes";

/** Reads flags and positional arguments. @throws CommandError if a flag is unknown. */
export function readFlags<const O extends NonNullable<ParseArgsConfig["options"]>>(commandLine: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...commandLine], options, allowPositionals: true });
  } catch (error) {
    throw new CommandError(exitCodes.usage, (error as Error).message);
  }
}
