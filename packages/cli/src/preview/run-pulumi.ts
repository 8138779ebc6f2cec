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

/** A preview of many resources prints megabytes. */
const MOST_OUTPUT = 4 * 1024 ** 3;

/** Runs `pulumi` from PATH in a folder, and returns what it prints. Its errors go to the user. @throws CommandError if it does not start. */
export function pulumiOutput(commandLine: readonly string[], directory: string): { readonly exitCode: number; readonly stdout: string } {
  // Events have no dependencies (docs/engine-facts.md#streaming-preview).
  const environment = { ...process.env, PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "" };
  const { status, stdout, error } = spawnSync("pulumi", commandLine, {
    cwd: directory,
    env: environment,
    encoding: "utf8",
    maxBuffer: MOST_OUTPUT,
    stdio: ["inherit", "pipe", "inherit"],
  });
  if (error)
    throw new CommandError(
      exitCodes.noEngine,
      `pulumi does not start (${error.message}). Install the Pulumi CLI, add it to PATH, or check --program.`,
    );
  return { exitCode: status ?? 1, stdout };
}
