import { spawn } from "node:child_process";
import os from "node:os";
import { createInterface } from "node:readline";
import { endProcessTree } from "./end-process-tree";

export interface ProcessRequest {
  readonly executable: string;
  readonly commandLine: readonly string[];
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** How long the process may take. Seconds, more than 0. */
  readonly timeoutSeconds: number;
  /** What the process reads on its standard input; nothing when not given. */
  readonly input?: string;
  /** Receives each whole line that the process prints on its standard error. */
  readonly onErrorLine?: (line: string) => void;
  /** Ends the process when it fires. */
  readonly abort?: AbortSignal;
}

/** How a process ended: by itself, with an exit code, or by somebody's signal. */
export interface ProcessResult {
  /** 128 + the signal's number when a signal ended the process, as shells have it. */
  readonly exitCode: number;
  readonly signal?: NodeJS.Signals;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process was ended by us before it was done. `message` holds the reason and the last lines it printed. */
export class ProcessEnded extends Error {
  override readonly name = "ProcessEnded";
}

/** What shells report for a process that ended like this. */
export function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal ? os.constants.signals[signal] : 0);
}

/** Processes that run now: they end with us, even when we end in the middle of a test. */
const running = new Set<number>();
process.on("exit", () => running.forEach(endProcessTree));

/**
 * Runs a process in a separate group until it ends and returns all that it printed.
 *
 * @throws ProcessEnded after a timeout or `abort`, when the process and everything that it started are killed.
 * @throws Error if the executable cannot be started.
 */
export function runProcess(request: ProcessRequest): Promise<ProcessResult> {
  const { executable, commandLine, workingDirectory, environment, timeoutSeconds, input = "", onErrorLine, abort } = request;
  return new Promise((resolve, reject) => {
    const child = spawn(executable, commandLine, { cwd: workingDirectory, env: environment, detached: true, stdio: "pipe" });
    let stdout = "";
    let stderr = "";
    let ended: string | undefined;
    const end = (reason: string): void => {
      ended = reason;
      if (child.pid !== undefined) endProcessTree(child.pid);
    };
    const timer = setTimeout(() => end(`took longer than ${timeoutSeconds} s`), timeoutSeconds * 1000);
    const onAbort = (): void => end("was aborted");
    abort?.addEventListener("abort", onAbort, { once: true });
    const settle = (): void => {
      clearTimeout(timer);
      abort?.removeEventListener("abort", onAbort);
      if (child.pid !== undefined) running.delete(child.pid);
    };

    if (child.pid !== undefined) running.add(child.pid);
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    if (onErrorLine !== undefined) createInterface({ input: child.stderr }).on("line", onErrorLine);
    // A process may end without reading its input; that is not a failure.
    child.stdin.on("error", () => undefined).end(input);
    child.on("error", (error) => {
      settle();
      reject(new Error(`cannot start ${executable}: ${error.message}`, { cause: error }));
    });
    child.on("close", (code, signal) => {
      settle();
      if (ended === undefined) resolve({ exitCode: exitCodeOf(code, signal), ...(signal && { signal }), stdout, stderr });
      else reject(new ProcessEnded(`${[executable, ...commandLine].join(" ")} ${ended} and was ended.\n${lastLines(stdout, stderr)}`));
    });
    if (abort?.aborted) onAbort();
  });
}

/** Enough of what was printed to see why a process hung, little enough to read. */
function lastLines(stdout: string, stderr: string): string {
  const tail = (text: string): string => text.trimEnd().split("\n").slice(-30).join("\n");
  return [stdout && `It had printed:\n${tail(stdout)}`, stderr && `and on stderr:\n${tail(stderr)}`].filter(Boolean).join("\n");
}
