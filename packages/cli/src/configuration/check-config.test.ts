import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Written } from "../command/outcome";
import { runCommandLine } from "../command-line";
import { exitCodes } from "../command/exit-codes";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "check-config-"));
  mkdirSync(join(directory, "pack"));
  file("pack/package.json", JSON.stringify({ name: "mine", exports: "./index.js" }));
  file(
    "pack/index.js",
    `const { definePolicy, integer } = require("@lambda-vpc/policy-kit");
     const config = { max: integer({ description: "Functions.", default: 5, minimum: 1 }) };
     exports.mine = {
       name: "mine",
       description: "Ours.",
       policies: [definePolicy({ id: "few-functions", title: "Few.", severity: "low", level: "advisory", config, check: () => [] })],
     };`,
  );
});
afterEach(() => rmSync(directory, { recursive: true }));

const file = (name: string, text: string): void => writeFileSync(join(directory, name), text);
const run = (flags: readonly string[]): Written =>
  runCommandLine(["check-config", ...flags], { directory, today: "2026-11-24", input: () => "{}", pulumi: () => 0 });

const waiver = { policy: "few-functions", subject: "urn:1", reason: "r", expires: "2026-11-24" };

describe("a configuration without mistakes", () => {
  test.each([
    { sentence: "an empty one", configuration: {} },
    {
      sentence: "levels, keys and a waiver",
      configuration: { all: "mandatory", "few-functions": { max: 3 }, waivers: { entries: [waiver] } },
    },
  ])("passes: $sentence", ({ configuration }) => {
    file("policies.json", JSON.stringify(configuration));
    expect(run(["policies.json", "--pack", "pack"])).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "policies.json: no mistakes for mine\n",
    });
  });

  test("may come on the standard input", () => {
    expect(run(["-", "--pack", "pack"]).exitCode).toBe(0);
  });
});

test("every mistake is a line with its policy, its key and the fix", () => {
  file("policies.json", JSON.stringify({ "few-function": "mandatory", "few-functions": { enforcementLevel: "advisry", maxx: 3 } }));
  const { exitCode, stdout, stderr } = run(["policies.json", "--pack", "pack"]);
  expect(stdout.trimEnd().split("\n")).toEqual([
    expect.stringMatching(/^few-function: .*"few-functions"/),
    expect.stringMatching(/^few-functions: .*advisry.*"advisory"/),
    expect.stringMatching(/^few-functions: .*maxx.*"max"/),
  ]);
  expect(stderr).toBe("policies.json: 3 mistakes for mine\n");
  expect(exitCode).toBe(exitCodes.mistakes);
});

test("mistakes of every entry, and keys that are written twice, are listed in one run", () => {
  const entries = [
    { ...waiver, expires: "2027-02-30" },
    { ...waiver, policy: "few", reason: 3 },
    { ...waiver, subject: "urn:*" },
    { ...waiver, subject: undefined, pattern: "orders*" },
    { ...waiver, upTo: 3 },
  ];
  file("policies.json", `\uFEFF{ "few-functions": { "max": 1, "max": 0 }, "waivers": ${JSON.stringify({ entries })} }`);
  const { exitCode, stdout } = run(["policies.json", "--pack", "pack"]);
  for (const line of [
    /^few-functions\.max: Line 1 sets this key again/m,
    /^few-functions: "max" is 0/m,
    /^waivers: "entries\[0\]\.expires" is "2027-02-30"/m,
    /^waivers: "entries\[1\]\.reason" is 3/m,
    /^waivers: "entries\[1\]" names the unknown policy "few"/m,
    /^waivers: "entries\[2\]" has a subject with \*, which matches literally\. For a pattern, write it as pattern\./m,
    /^waivers: "entries\[3\]" has the pattern "orders\*", which matches no URN/m,
    /^waivers: "entries\[4\]" has upTo, .* Create the baseline again\./m,
  ])
    expect(stdout).toMatch(line);
  expect(stdout.trimEnd().split("\n")).toHaveLength(8);
  expect(exitCode).toBe(exitCodes.mistakes);
});

test("what all enables only in the engine is stated, and is no mistake", () => {
  file(
    "pack/index.js",
    `exports.mine = { name: "mine", description: "d", policies: [{ id: "chosen", level: "disabled", config: {}, evaluate: () => [] }] };`,
  );
  file("policies.json", '{ "all": "mandatory" }');
  expect(run(["policies.json", "--pack", "pack"])).toEqual({
    exitCode: 0,
    stdout: "",
    stderr: expect.stringContaining("all: `pulumi preview` also enables chosen, disabled by default."),
  });
});

test("a waiver that was good until yesterday is a mistake", () => {
  file("policies.json", JSON.stringify({ waivers: { entries: [{ ...waiver, expires: "2026-11-23" }] } }));
  expect(run(["policies.json", "--pack", "pack"])).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("2026-11-23") });
});

const refused: readonly {
  readonly sentence: string;
  readonly flags: readonly string[];
  readonly exitCode: number;
  readonly says: string;
}[] = [
  { sentence: "no file", flags: ["--pack", "pack"], exitCode: exitCodes.usage, says: "FILE is missing" },
  { sentence: "two files", flags: ["a", "b", "--pack", "pack"], exitCode: exitCodes.usage, says: "b would not be checked" },
  { sentence: "no pack", flags: ["policies.json"], exitCode: exitCodes.usage, says: "--pack is missing" },
  { sentence: "an empty pack", flags: ["policies.json", "--pack", ""], exitCode: exitCodes.usage, says: "--pack is missing" },
  { sentence: "a file that is not there", flags: ["gone", "--pack", "pack"], exitCode: exitCodes.missing, says: "gone" },
  { sentence: "a file that is not JSON", flags: ["broken", "--pack", "pack"], exitCode: exitCodes.unreadable, says: "broken is not JSON" },
  { sentence: "a folder", flags: [".", "--pack", "pack"], exitCode: exitCodes.unreadable, says: ". is a folder. Specify a file." },
  { sentence: "a pack that is not there", flags: ["policies.json", "--pack", "gone"], exitCode: exitCodes.noPack, says: "gone" },
];

test.each(refused)("refused with an exit code of its own: $sentence", ({ flags, exitCode, says }) => {
  file("policies.json", "{}");
  file("broken", "{ all }");
  expect(run(flags)).toMatchObject({ exitCode, stdout: "", stderr: expect.stringContaining(says) });
});
