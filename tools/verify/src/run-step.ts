import { spawn } from "node:child_process";
import type { Step } from "./steps";

/** How a step ended. */
export interface StepResult {
  readonly name: string;
  readonly succeeded: boolean;
  /** The last lines that it printed. */
  readonly lastLines: readonly string[];
}

/** Runs a step with its output passed through; a step that takes too long is ended with all it started. */
export function runStep({ name, command: [program, ...args], minutes }: Step): Promise<StepResult> {
  process.stdout.write(`\n── ${name}\n`);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], detached: true, env: { ...process.env, ...quiet } });
    let tail = "";
    const passOn = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      stream.write(chunk);
      tail = (tail + chunk.toString()).slice(-LONGEST_TAIL);
    };
    child.stdout.on("data", passOn(process.stdout));
    child.stderr.on("data", passOn(process.stderr));
    const timer = setTimeout(() => {
      passOn(process.stdout)(Buffer.from(`── ${name}: ended after ${minutes} minutes\n`));
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    }, minutes * 60_000);
    const end = (succeeded: boolean): void => {
      clearTimeout(timer);
      child.stdout.destroy();
      child.stderr.destroy();
      if (!succeeded) process.stdout.write(`── ${name}: failed\n`);
      resolve({ name, succeeded, lastLines: tail.trimEnd().split("\n").slice(-LAST_LINES) });
    };
    child.once("error", (error) => {
      passOn(process.stdout)(Buffer.from(`── ${name}: ${program} does not start (${error.message})\n`));
      end(false);
    });
    // What a step leaves running may hold its streams open.
    child.once("exit", (code) => {
      const late = setTimeout(() => end(code === 0), 2000);
      child.once("close", () => {
        clearTimeout(late);
        end(code === 0);
      });
    });
  });
}

const LAST_LINES = 12;
const LONGEST_TAIL = 4000;
const quiet = { NX_DAEMON: "false", NX_NO_CLOUD: "true", NX_TUI: "false" };
