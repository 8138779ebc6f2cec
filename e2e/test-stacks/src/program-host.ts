import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { HostedProgram } from "./program-host-process";

/** A process that runs one program after another for engines, and loads @pulumi/aws once (docs/decisions/0007-soundness-runs.md). */
export interface ProgramHost {
  /** The arguments with which the CLI runs the program until the next one is hosted. */
  host(program: HostedProgram): Promise<readonly string[]>;
  close(): Promise<void>;
}

const script = join(__dirname, "../dist/program-host-process.js");

/** What a program may take to load on a busy machine. Milliseconds. */
const PATIENCE = 60_000;

/** Starts no process before the first program. A process that a program ended is replaced. */
export function openProgramHost(): ProgramHost {
  let child: ChildProcess | undefined;
  return {
    async host(program) {
      child = child?.connected === true ? child : fork(script, { stdio: "ignore" });
      child.send(program);
      const [flags] = (await once(child, "message", { signal: AbortSignal.timeout(PATIENCE) })) as [readonly string[]];
      return flags;
    },
    async close() {
      const ended = child;
      child = undefined;
      if (ended?.connected !== true) return;
      const exit = once(ended, "exit");
      ended.kill("SIGKILL");
      await exit;
    },
  };
}
