import { spawn } from "node:child_process";
import type { Step } from "./steps";

/** Runs a step with its output passed through. True when it ended well; a step that takes too long is ended with all it started. */
export function runStep({ name, command: [program, ...args], minutes }: Step): Promise<boolean> {
  process.stdout.write(`\n── ${name}\n`);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], detached: true, env: { ...process.env, ...quiet } });
    const timer = setTimeout(() => {
      process.stdout.write(`── ${name}: ended after ${minutes} minutes\n`);
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    }, minutes * 60_000);
    const end = (succeeded: boolean): void => {
      clearTimeout(timer);
      if (!succeeded) process.stdout.write(`── ${name}: failed\n`);
      resolve(succeeded);
    };
    child.once("error", (error) => {
      process.stdout.write(`── ${name}: ${program} does not start (${error.message})\n`);
      end(false);
    });
    child.once("exit", (code) => end(code === 0));
  });
}

const quiet = { NX_DAEMON: "false", NX_NO_CLOUD: "true", NX_TUI: "false" };
