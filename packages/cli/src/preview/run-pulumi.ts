import { spawnSync } from "node:child_process";
import os from "node:os";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";

/** Runs the `pulumi` of PATH in the user's place: same streams, same environment. @throws CommandError where it does not start. */
export function runPulumi(commandLine: readonly string[]): number {
  // Ctrl-C reaches the CLI too, which winds down by itself; this process has to outlive it.
  process.on("SIGINT", () => undefined);
  const { status, signal, error } = spawnSync("pulumi", commandLine, { stdio: "inherit" });
  if (error)
    throw new CommandError(exitCodes.noEngine, `pulumi does not start (${error.message}). Install the Pulumi CLI, or put it on PATH.`);
  return status ?? 128 + (signal ? os.constants.signals[signal] : 0);
}
