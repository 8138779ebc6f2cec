import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { FakeMachine } from "../testing/fake-machine";
import { runInForeground } from "./run-in-foreground";

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine();
});
afterEach(() => machine.remove());

const run = (body: string): Promise<number> =>
  runInForeground({
    executable: machine.script("command", body),
    commandLine: [],
    workingDirectory: machine.root,
    environment: { PATH: process.env["PATH"] ?? "" },
  });

/** A command that prints when it is ready, then waits for a signal and ends with 9; without one, with 1 after 10 s. */
const waitForSignal = 'trap "exit 9" INT TERM; : > ready; i=0; while [ $i != 200 ]; do i=$((i + 1)); sleep 0.05; done; exit 1';

async function whenReady(act: () => void): Promise<void> {
  while (!existsSync(`${machine.root}/ready`)) await new Promise((resolve) => setTimeout(resolve, 20));
  act();
}

describe("a command in the foreground", () => {
  test("ends with its exit code", async () => {
    expect(await run("exit 42")).toBe(42);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("is told of %s and ends in its own time", async (signal) => {
    const [exitCode] = await Promise.all([run(waitForSignal), whenReady(() => process.emit(signal, signal))]);
    expect(exitCode).toBe(9);
  });

  test("that a signal ends is reported as shells report it", async () => {
    expect(await run("kill -KILL $$")).toBe(137);
  });
});

test("a command that cannot be started is named", async () => {
  const nothing = { executable: `${machine.root}/nothing`, commandLine: [], workingDirectory: machine.root, environment: {} };
  await expect(runInForeground(nothing)).rejects.toThrow(/cannot start .*\/nothing/);
});
