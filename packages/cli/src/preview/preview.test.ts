import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Written } from "../command/outcome";
import { runCommandLine } from "../command-line";
import { exitCodes } from "../command/exit-codes";

let directory: string;
let started: (readonly string[])[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "preview-"));
  started = [];
  pack("mine");
  pack("node_modules/@house/rules");
  mkdirSync(join(directory, "no-pack"));
  for (const name of ["package.json", "no-pack/package.json", "policies.json"]) writeFileSync(join(directory, name), "{}");
});
afterEach(() => rmSync(directory, { recursive: true }));

function pack(name: string): void {
  mkdirSync(join(directory, name), { recursive: true });
  writeFileSync(join(directory, name, "package.json"), "{}");
  writeFileSync(join(directory, name, "PulumiPolicy.yaml"), "runtime: nodejs\n");
}

function run(...commandLine: readonly string[]): Written {
  const pulumi = (given: readonly string[]): number => {
    started.push(given);
    return 3;
  };
  return runCommandLine(["preview", ...commandLine], { directory, today: "2026-11-24", input: () => "", pulumi });
}

test("the engine is given the folder of an installed pack and all that stands behind --, and its exit code is ours", () => {
  expect(run("--pack", "@house/rules", "--", "--stack", "dev", "--help").exitCode).toBe(3);
  expect(started).toEqual([["preview", "--policy-pack", join(directory, "node_modules/@house/rules"), "--stack", "dev", "--help"]]);
});

test("several packs have a configuration each, in order", () => {
  run("--pack", "mine", "--config", "policies.json", "--pack", "@house/rules", "--config", join(directory, "policies.json"));
  const configuration = ["--policy-pack-config", join(directory, "policies.json")];
  const folders = [join(directory, "mine"), join(directory, "node_modules/@house/rules")];
  expect(started).toEqual([["preview", ...folders.flatMap((folder) => ["--policy-pack", folder]), ...configuration, ...configuration]]);
});

test.each([
  {
    sentence: "a pack that is not installed",
    commandLine: ["--pack", "@house/missing"],
    exitCode: exitCodes.noPack,
    says: "@house/missing",
  },
  { sentence: "an empty pack", commandLine: ["--pack", ""], exitCode: exitCodes.noPack, says: 'Policy pack "" not found' },
  { sentence: "one of two packs missing", commandLine: ["--pack", "mine", "--pack", "gone"], exitCode: exitCodes.noPack, says: "gone" },
  { sentence: "a folder that is no pack", commandLine: ["--pack", "no-pack"], exitCode: exitCodes.noPack, says: "PulumiPolicy.yaml" },
  { sentence: "no pack at all", commandLine: ["--", "--stack", "dev"], exitCode: exitCodes.usage, says: "passes every network" },
  {
    sentence: "a missing configuration",
    commandLine: ["--pack", "mine", "--config", "gone.json"],
    exitCode: exitCodes.missing,
    says: "gone.json",
  },
  {
    sentence: "two packs and one configuration",
    commandLine: ["--pack", "mine", "--pack", "@house/rules", "--config", "policies.json"],
    exitCode: exitCodes.usage,
    says: "2 packs and 1 configurations",
  },
  { sentence: "arguments for pulumi before the --", commandLine: ["--pack", "mine", "dev"], exitCode: exitCodes.usage, says: "dev" },
])("$sentence: fails before the engine starts", ({ commandLine, exitCode, says }) => {
  expect(run(...commandLine)).toMatchObject({ exitCode, stderr: expect.stringContaining(says) });
  expect(started).toEqual([]);
});

test("a configuration by a former id of a policy is handed on by its present one, and that is told", () => {
  const policy = '{ id: "few-things", formerly: ["few-items"], config: {}, evaluate: () => [] }';
  pack("renamed");
  writeFileSync(join(directory, "renamed/index.js"), `exports.pack = { name: "p", description: "d", policies: [${policy}] };`);
  writeFileSync(
    join(directory, "renamed/package.json"),
    JSON.stringify({ name: "renamed", main: "pack.js", exports: { ".": "./index.js" } }),
  );
  writeFileSync(join(directory, "policies.json"), '{ "few-items": "mandatory" }');
  let handedOn = "";
  let file = "";
  const pulumi = (given: readonly string[]): number => {
    file = given.at(-1) ?? "";
    handedOn = readFileSync(file, "utf8");
    return 0;
  };
  const commandLine = ["preview", "--pack", "renamed", "--config", "policies.json"];
  const { stderr } = runCommandLine(commandLine, { directory, today: "2026-11-24", input: () => "", pulumi });
  expect(JSON.parse(handedOn)).toEqual({ "few-things": "mandatory" });
  expect(stderr).toMatch(/policies\.json: policy few-items was renamed\. The setting applies\. Rename it to few-things\.\n$/);
  expect(existsSync(file)).toBe(false);
});

test.each([
  { sentence: "is empty", content: "", says: "policies.json is empty" },
  { sentence: "is null", content: "null", says: "policies.json is null" },
  { sentence: "is a list", content: "[]", says: "policies.json is not a JSON object" },
  { sentence: "is not JSON", content: "{", says: "policies.json is not JSON" },
])("a configuration that $sentence fails before the engine starts", ({ content, says }) => {
  writeFileSync(join(directory, "policies.json"), content);
  expect(run("--pack", "mine", "--config", "policies.json")).toMatchObject({
    exitCode: exitCodes.unreadable,
    stderr: expect.stringContaining(says),
  });
  expect(started).toEqual([]);
});

/** What the engine is given of a configuration, with a pack that has a policy which is disabled by default. */
function handedOn(content: string): string {
  pack("chosen");
  const policy = '{ id: "chosen", level: "disabled", config: {}, evaluate: () => [] }';
  writeFileSync(join(directory, "chosen/index.js"), `exports.pack = { name: "p", description: "d", policies: [${policy}] };`);
  writeFileSync(
    join(directory, "chosen/package.json"),
    JSON.stringify({ name: "chosen", main: "pack.js", exports: { ".": "./index.js" } }),
  );
  writeFileSync(join(directory, "policies.json"), content);
  let text = "";
  const pulumi = (given: readonly string[]): number => {
    const file = given.at(-1) ?? "";
    text = readFileSync(file.startsWith("/") ? file : join(directory, file), "utf8");
    return 0;
  };
  runCommandLine(["preview", "--pack", "chosen", "--config", "policies.json"], {
    ...{ directory, today: "2026-11-24", input: () => "", pulumi },
  });
  return text;
}

test.each([
  {
    sentence: "all does not enable what is disabled by default",
    content: '{ "all": "mandatory" }',
    expected: '{"all":"mandatory","chosen":"disabled"}',
  },
  {
    sentence: "a level of its own does",
    content: '{ "all": "mandatory", "chosen": "advisory" }',
    expected: '{ "all": "mandatory", "chosen": "advisory" }',
  },
  { sentence: "without all, the file is handed on", content: '{ "x": "mandatory" }', expected: '{ "x": "mandatory" }' },
  { sentence: "a byte order mark is removed", content: '\uFEFF{ "chosen": "advisory" }', expected: '{"chosen":"advisory"}' },
])("the engine is given a configuration that it reads as it is meant: $sentence", ({ content, expected }) => {
  expect(handedOn(content)).toBe(expected);
});
