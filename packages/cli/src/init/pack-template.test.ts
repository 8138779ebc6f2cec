import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Written } from "../command/outcome";
import { runCommandLine } from "../command-line";
import { exitCodes } from "../command/exit-codes";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "pack-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

function init(...commandLine: readonly string[]): Written {
  return runCommandLine(["init", ...commandLine], { directory, today: "2026-11-30", input: () => "", pulumi: () => 0 });
}

const read = (path: string): string => readFileSync(join(directory, path), "utf8");
const example = join(__dirname, "../../../../examples/04-your-own-pack/policy-pack");

test("the pack of example 04 is written into a new folder, with the packages of this version", () => {
  expect(init("team-policies", "--template", "pack")).toMatchObject({
    exitCode: 0,
    stderr: expect.stringContaining("npm install && npm test"),
  });
  const sources = readdirSync(join(example, "src"));
  expect(readdirSync(join(directory, "team-policies/src")).sort()).toEqual(sources.sort());
  for (const source of sources) expect(read(`team-policies/src/${source}`)).toBe(readFileSync(join(example, "src", source), "utf8"));
  expect(read("team-policies/PulumiPolicy.yaml")).toBe(readFileSync(join(example, "PulumiPolicy.yaml"), "utf8"));
  expect(read("team-policies/.gitignore")).toContain("node_modules/");
  const { version } = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")) as { readonly version: string };
  expect(read("team-policies/package.json")).toContain(`"@lambda-vpc/policy-kit": "^${version}"`);
  expect(read("team-policies/package.json")).not.toContain("VERSION");
});

test("a second run changes nothing, and neither does a file that its owner changed", () => {
  init("--template", "pack");
  writeFileSync(join(directory, "src/two-subnets.ts"), "// ours\n");
  expect(init("--template", "pack")).toMatchObject({ exitCode: 0, stdout: "" });
  expect(read("src/two-subnets.ts")).toBe("// ours\n");
});

test("a dry run prints the files and writes none", () => {
  expect(init("team-policies", "--template", "pack", "--dry-run").stdout).toContain("+++ b/src/two-subnets.ts");
  expect(existsSync(join(directory, "team-policies"))).toBe(false);
});

test.each([
  ["a folder with another package.json", ["--template", "pack"], "has a package.json. Specify a new folder for the pack"],
  ["another template", ["team-policies", "--template", "stack"], "Unknown template stack. Use pack."],
  ["a workflow", ["team-policies", "--template", "pack", "--ci", "github"], "--ci applies to a Pulumi project."],
])("%s is refused, and nothing is written", (_, commandLine, sentence) => {
  writeFileSync(join(directory, "package.json"), "{}");
  expect(init(...commandLine)).toMatchObject({ exitCode: exitCodes.usage, stdout: "", stderr: expect.stringContaining(sentence) });
  expect(readdirSync(directory)).toEqual(["package.json"]);
});
