import { spawnSync } from "node:child_process";
import os from "node:os";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";

/** Runs `pulumi` from PATH with the streams and the environment of this process. @throws CommandError if it does not start. */
export function runPulumi(commandLine: readonly string[]): number {
  // Ctrl-C also reaches the CLI, which then stops. This process must not stop before it.
  process.on("SIGINT", () => undefined);
  const { status, signal, error } = spawnSync("pulumi", commandLine, { stdio: "inherit" });
  if (error)
    throw new CommandError(exitCodes.noEngine, `pulumi does not start (${error.message}). Install the Pulumi CLI, or add it to PATH.`);
  return status ?? 128 + (signal ? os.constants.signals[signal] : 0);
}
