import { describe, expect, test } from "@jest/globals";
import { runStep } from "./run-step";

describe("a step", () => {
  const node = (script: string) => [process.execPath, "-e", script] as const;

  test("that ends with 0 succeeded", async () => {
    expect(await runStep({ name: "good", command: node(""), minutes: 1 })).toMatchObject({ name: "good", succeeded: true });
  });

  test("that fails hands on the last lines of both of its streams", async () => {
    const script =
      "for (let i = 0; i < 40; i++) process.stdout.write(i + '\\n'); setTimeout(() => { process.stderr.write('too many files'); process.exit(3); }, 50)";
    const { succeeded, lastLines } = await runStep({ name: "bad", command: node(script), minutes: 1 });
    expect([succeeded, lastLines.length, lastLines.at(-2), lastLines.at(-1)]).toEqual([false, 12, "39", "too many files"]);
  });

  test("that takes too long is ended and says so", async () => {
    const { succeeded, lastLines } = await runStep({ name: "long", command: node("setInterval(() => {}, 1000)"), minutes: 0.005 });
    expect([succeeded, lastLines]).toEqual([false, ["── long: ended after 0.005 minutes"]]);
  });

  test("that leaves a process running ends without it", async () => {
    const left = "spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'inherit', detached: true })";
    const script = `const { spawn } = require('child_process'); const left = ${left}; left.unref(); process.stdout.write(String(left.pid))`;
    const { succeeded, lastLines } = await runStep({ name: "leaves", command: node(script), minutes: 0.5 });
    process.kill(Number(lastLines.at(-1)));
    expect(succeeded).toBe(true);
  }, 20_000);

  test("whose program is absent fails and names it", async () => {
    const { succeeded, lastLines } = await runStep({ name: "absent", command: ["no-such-program"], minutes: 1 });
    expect([succeeded, lastLines.at(-1)]).toEqual([false, expect.stringContaining("no-such-program does not start")]);
  });
});
