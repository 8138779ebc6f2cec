import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { FakeMachine } from "../testing/fake-machine";
import { ProcessEnded, type ProcessRequest, runProcess } from "./run-process";

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine();
});
afterEach(() => machine.remove());

const shell = (body: string, more: Partial<ProcessRequest> = {}): ProcessRequest => ({
  executable: "/bin/sh",
  commandLine: ["-c", body],
  workingDirectory: machine.root,
  environment: { PATH: process.env["PATH"] ?? "" },
  timeoutSeconds: 30,
  ...more,
});

describe("a process that ends by itself", () => {
  test("gives back what it printed and its exit code", async () => {
    expect(await runProcess(shell("echo out; echo err >&2; exit 3"))).toEqual({ exitCode: 3, stdout: "out\n", stderr: "err\n" });
  });

  test("hands on each whole line of its standard error", async () => {
    const lines: string[] = [];
    await runProcess(shell("printf 'a b\\nc' >&2; sleep 0.1; echo d >&2; echo out", { onErrorLine: (line) => lines.push(line) }));
    expect(lines).toEqual(["a b", "cd"]);
  });

  test("gives back the signal that ended it", async () => {
    expect(await runProcess(shell("kill -TERM $$"))).toMatchObject({ exitCode: 143, signal: "SIGTERM" });
  });

  test("reads its input to the end", async () => {
    expect(await runProcess(shell("cat", { input: "yes\n" }))).toMatchObject({ exitCode: 0, stdout: "yes\n" });
  });

  test("may leave its input unread", async () => {
    expect(await runProcess(shell("exit 0", { input: "x".repeat(1_000_000) }))).toMatchObject({ exitCode: 0 });
  });

  test("sees the environment it is given and no other", async () => {
    expect(await runProcess(shell("env", { environment: { ONLY: "this" } }))).not.toMatchObject({
      stdout: expect.stringContaining("HOME="),
    });
  });
});

describe("a process that does not end", () => {
  test("is ended when its time is up, and the error holds the reason and what it had printed", async () => {
    const hanging = runProcess(shell("echo working; echo stuck >&2; exec sleep 30", { timeoutSeconds: 0.5 }));
    await expect(hanging).rejects.toThrow(ProcessEnded);
    await expect(hanging).rejects.toThrow(/took longer than 0\.5 s and was ended\.\nIt had printed:\nworking\nand on stderr:\nstuck/);
  });

  /*
   * The grandchild is in a separate process group, as the engine's plugins do, and holds the same standard output: as long as it
   * lives the run cannot settle. It ends by itself long after the test has failed.
   */
  test("takes everything it started with it, out of its own process group too", async () => {
    const started = `${machine.root}/started`;
    const grandchild = `require("node:fs").writeFileSync(${JSON.stringify(started)}, ""); setTimeout(() => {}, 30_000)`;
    const child = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}], { detached: true, stdio: "inherit" })`;
    const calledOff = new AbortController();
    const run = runProcess(shell("", { executable: process.execPath, commandLine: ["-e", child], abort: calledOff.signal }));
    while (!existsSync(started)) await new Promise((resolve) => setTimeout(resolve, 20));
    calledOff.abort();
    await expect(run).rejects.toThrow(/was aborted and was ended/);
  });

  test("is not even waited for when it was called off before", async () => {
    await expect(runProcess(shell("exec sleep 30", { abort: AbortSignal.abort() }))).rejects.toThrow(/was aborted/);
  });
});

test("an executable that does not exist is named", async () => {
  await expect(runProcess(shell("", { executable: `${machine.root}/nothing` }))).rejects.toThrow(/cannot start .*\/nothing: /);
});
