import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ModuleKind, ScriptTarget, transpileModule } from "typescript";
import { withLock } from "./lock";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  path = join(folder, "account.lock");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The process id of a process that is no more. */
function deadProcess(): string {
  return String(spawnSync(process.execPath, ["-e", ""], { timeout: 20_000 }).pid);
}

describe("a lock", () => {
  test("is there while the work lasts, names its owner, and goes with it", () => {
    expect(withLock(path, () => readFileSync(path, "utf8"))).toBe(String(process.pid));
    expect(readdirSync(folder)).toEqual([]);
  });

  test("goes when the work throws", () => {
    expect(() => withLock(path, () => JSON.parse("}") as unknown)).toThrow(SyntaxError);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("of a dead process is broken", () => {
    writeFileSync(path, deadProcess());
    expect(withLock(path, () => "worked")).toBe("worked");
  });

  test("whose breaker died while breaking is broken too", () => {
    writeFileSync(path, deadProcess());
    writeFileSync(`${path}.breaker`, deadProcess());
    expect(withLock(path, () => "worked")).toBe("worked");
  });

  test("of a living process is waited for, and named when it does not end", () => {
    writeFileSync(path, String(process.ppid));
    expect(() => withLock(path, () => "worked", 5)).toThrow(
      new RegExp(`Process ${process.ppid} holds .*account\\.lock\\. End that process, or delete the file`),
    );
    expect(existsSync(path)).toBe(true);
  });
});

test("files of processes that died while they waited are deleted, and those of living processes are not", () => {
  const [dead, alive, other] = [`${path}.${deadProcess()}`, `${path}.${process.ppid}`, join(folder, "account.lock.backup")];
  for (const file of [dead, alive, other]) writeFileSync(file, "1");
  expect(withLock(path, () => "worked")).toBe("worked");
  expect([dead, alive, other].map((file) => existsSync(file))).toEqual([false, true, true]);
});

test("processes that are killed while they wait leave no files behind once another one works", async () => {
  compileModules();
  const worker = join(folder, "waiter.cjs");
  writeFileSync(worker, `require("./lock.js").withLock(${JSON.stringify(path)}, () => undefined);`);
  writeFileSync(path, String(process.pid));
  const waiters = [1, 2, 3].map(() => spawn(process.execPath, [worker], { stdio: "ignore", timeout: 60_000 }));
  const files = () => readdirSync(folder).filter((name) => /^account\.lock\.\d+$/.test(name));
  for (let waited = 0; files().length < 3 && waited < 30_000; waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(files()).toHaveLength(3);
  await Promise.all(waiters.map((waiter) => new Promise((resolve) => (waiter.on("exit", resolve), waiter.kill("SIGKILL")))));
  rmSync(path);
  writeFileSync(worker, `require("./lock.js").withLock(${JSON.stringify(path)}, () => undefined);`);
  expect(spawnSync(process.execPath, [worker], { timeout: 60_000 }).status).toBe(0);
  expect(files()).toEqual([]);
}, 120_000);

test("several processes that work at once never lose a step", async () => {
  const counter = join(folder, "counter");
  writeFileSync(counter, "0");
  const worker = join(folder, "worker.cjs");
  writeFileSync(
    worker,
    `const { withLock } = require("./lock.js");
     const { readFileSync, writeFileSync } = require("node:fs");
     const step = () => writeFileSync(${JSON.stringify(counter)}, String(Number(readFileSync(${JSON.stringify(counter)}, "utf8")) + 1));
     for (let steps = 0; steps < 50; steps++) withLock(${JSON.stringify(path)}, step);`,
  );
  compileModules();
  const ends = [1, 2, 3].map(
    () => new Promise((resolve) => spawn(process.execPath, [worker], { stdio: "inherit", timeout: 60_000 }).on("exit", resolve)),
  );
  expect(await Promise.all(ends)).toEqual([0, 0, 0]);
  expect(readFileSync(counter, "utf8")).toBe("150");
});

function compileModules(): void {
  for (const module of ["lock", "unusable-account"]) compile(module);
}

/** Puts a module of this folder where a plain Node process can load it. */
function compile(module: string): void {
  const source = readFileSync(join(__dirname, `${module}.ts`), "utf8");
  const { outputText } = transpileModule(source, { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2023 } });
  writeFileSync(join(folder, `${module}.js`), outputText);
}
