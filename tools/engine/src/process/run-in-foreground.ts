import { spawn } from "node:child_process";
import { oncePerKeystroke } from "./once-per-keystroke";
import { exitCodeOf } from "./run-process";

/** Signals that mean "please end" and are the command's to answer. */
const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface ForegroundRequest {
  readonly executable: string;
  readonly commandLine: readonly string[];
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Runs a command on our own standard streams and gives its exit code. Signals are passed on once per keystroke: Pulumi takes a first
 * ^C as "finish what you are doing" and a second as "stop at once", so it must not see one keystroke twice. That is also why it runs
 * in a separate process group, out of the terminal's reach.
 *
 * @throws Error if the executable cannot be started.
 */
export function runInForeground({ executable, commandLine, workingDirectory, environment }: ForegroundRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, commandLine, { cwd: workingDirectory, env: environment, stdio: "inherit", detached: true });
    const isNew = oncePerKeystroke();
    const forward = (signal: NodeJS.Signals): void => {
      if (isNew(signal)) child.kill(signal);
    };
    for (const signal of forwarded) process.on(signal, forward);
    child.on("error", (error) => reject(new Error(`cannot start ${executable}: ${error.message}`, { cause: error })));
    child.on("exit", (code, signal) => {
      for (const name of forwarded) process.off(name, forward);
      resolve(exitCodeOf(code, signal));
    });
  });
}
