import { expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { command, firstLine, withServedProcess } from "./served-process";

async function withAccount<Result>(use: (account: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "served-"));
  try {
    return await use(join(folder, "account.jsonl"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether something answers there. A request without a signature is refused, which is an answer. */
async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ status }) => status === 403,
    () => false,
  );
}

test("a served account ends on SIGTERM", () =>
  withAccount((account) =>
    withServedProcess(account, [], async (url, server) => {
      expect(await answers(url)).toBe(true);
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      expect(await ended).toEqual([0, null]);
      expect(await answers(url)).toBe(false);
    }),
  ));

test("a served account ends with the process that started it, even if that is killed", () =>
  withAccount(async (account) => {
    const script = `require("node:child_process").spawn(process.execPath, [${JSON.stringify(command)}, "serve"], { stdio: ["ignore", "inherit", "inherit"] })`;
    const environment = { ...process.env, SIMULATED_AWS_ACCOUNT: account };
    const parent = spawn(process.execPath, ["-e", script], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
    const url = await firstLine(parent);
    expect(await answers(url)).toBe(true);
    parent.kill("SIGKILL");
    const end = Date.now() + 20_000;
    while ((await answers(url)) && Date.now() < end) await wait(100);
    expect(await answers(url)).toBe(false);
  }));
