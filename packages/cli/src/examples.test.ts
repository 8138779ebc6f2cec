import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { commands, runCommandLine } from "./command-line";
import type { Command } from "./command/command";
import { eventStream } from "./testing/event-stream";

/** A project as its help assumes it: with installed packs, a pack in a folder, configurations, the events of a preview, and a state. */
const files = {
  "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
  "policies.json": "{}",
  "enis.json": "{}",
  "subnets.json": "{}",
  "concurrency.csv": "minute,concurrency\n0,10\n1,250\n",
  events: eventStream({ policy: "eni-budget" }),
  "base.json": JSON.stringify({ steps: [], changeSummary: {} }),
  "head.json": JSON.stringify({ steps: [], changeSummary: {} }),
  "preview.json": JSON.stringify({ steps: [], changeSummary: {} }),
  "state.json": JSON.stringify({ version: 3, deployment: { resources: [] } }),
  "output.txt": "error: The subnet 'subnet-1' has dependencies and cannot be deleted.\n",
  ...pack("node_modules/@lambda-vpc/lambda-vpc", "shareSecurityGroups"),
  ...pack("node_modules/@lambda-vpc/eni-consolidation"),
  ...pack("node_modules/@lambda-vpc/subnet-sizing"),
  ...pack("policy-pack"),
};

/** A pack with a policy, or without one. */
function pack(folder: string, policy = ""): Readonly<Record<string, string>> {
  return {
    [`${folder}/PulumiPolicy.yaml`]: "runtime: nodejs\n",
    [`${folder}/package.json`]: JSON.stringify({ name: "pack", main: "serve.js", exports: "./index.js" }),
    [`${folder}/index.js`]: `
const { definePolicy } = require(${JSON.stringify(resolve(__dirname, "../../policy-kit/dist/index.js"))});
const shareSecurityGroups = definePolicy({ id: "share-security-groups", title: "Sets are shared.", severity: "high", level: "mandatory", config: {}, check: () => [] });
exports.pack = { name: "pack", description: "d", policies: [${policy}] };`,
  };
}

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "examples-"));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), text);
  }
});
afterEach(() => rmSync(directory, { recursive: true }));

const examples = Object.values<Command>(commands).flatMap((command) => command.examples);
const lines = examples.flatMap((example) => example.lines).filter((line) => line.startsWith("npx lambda-vpc "));

/** The words of a line of a shell. A text in double quotes is one word. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** Of a job for a pull request. */
const environment = { GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "shop/infra", GITHUB_REF: "refs/pull/1/merge", GITHUB_TOKEN: "token" };
const pulumiOutput = () => ({ exitCode: 0, stdout: files["preview.json"] });

test.each(lines)("an example in the help works as it is typed: %s", (line) => {
  const [typed = "", standardInput] = line.split(" < ");
  const input = () => readFileSync(join(directory, standardInput ?? "none"), "utf8");
  const context = { directory, today: "2026-11-24", input, pulumi: () => 0, pulumiOutput, environment };
  expect(runCommandLine(wordsOf(typed).slice(2), context)).toMatchObject({ exitCode: 0, stderr: expect.not.stringContaining("usage:") });
});
