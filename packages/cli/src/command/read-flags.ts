import { parseArgs, type ParseArgsConfig } from "node:util";
import { CommandError } from "./command-error";
import { exitCodes } from "./exit-codes";

/** Reads flags and what stands beside them. @throws CommandError where the command line has other ones. */
export function readFlags<const O extends NonNullable<ParseArgsConfig["options"]>>(commandLine: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...commandLine], options, allowPositionals: true });
  } catch (error) {
    throw new CommandError(exitCodes.usage, (error as Error).message);
  }
}
