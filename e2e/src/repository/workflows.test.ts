import { describeWithGo } from "@lambda-vpc/test-stacks/describe-with-go";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { actionlint } from "./actionlint";

const folder = join(repositoryRoot, ".github/workflows");
const files = readdirSync(folder);
const read = (file: string): string => readFileSync(join(folder, file), "utf8");

describeWithGo("each workflow of the repository", "run actionlint; the workflows are not linted", () => {
  test.each(files)("%s passes the linter of workflows", (file) => expect(actionlint(read(file))).toBe(""));

  test("a workflow with a runner that does not exist fails it", () => {
    expect(actionlint(read("nightly.yml").replace("ubuntu-24.04", "ubuntu-42.04"))).toMatch(/ubuntu-42\.04.*unknown/);
  });
});

describe.each(files)("the workflow %s", (file) => {
  const text = read(file);

  test("pins every action to a commit, and names its version", () => {
    const used = text.split("\n").filter((line) => line.includes("uses:"));
    expect(used.length).toBeGreaterThan(0);
    for (const line of used) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("runs only scripts that package.json has", () => {
    const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")) as { readonly scripts: object };
    for (const [, script = ""] of text.matchAll(/npm run (?:-s )?([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(script);
  });
});

test("CI runs what .ci/run runs", () => expect(read("ci.yml")).toMatch(/run: \.ci\/run$/m));

test("the nightly workflow runs each command that is too slow for CI", () => {
  const slow = ["registry-e2e", "compatibility", "soundness", "bridge", "bench", "mutation"].map((script) => `npm run ${script}`);
  for (const command of [...slow, "PROPERTY_SEED=random", "SIZING_PROGRAMS=", "ROLES=", "AWS_CLIENTS="])
    expect(read("nightly.yml")).toContain(command);
});

test("the nightly workflow measures the mutants of every package with a threshold", () => {
  const targets = readFileSync(join(repositoryRoot, "tools/mutation/src/targets.ts"), "utf8");
  const names = [...targets.matchAll(/\{ name: "([\w-]+)", path: "[^"]+", threshold: \d+ \}/g)].map(([, name]) => name);
  const measured = [...read("nightly.yml").matchAll(/npm run mutation -- ([\w-]+) /g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(measured.sort()).toEqual(names.sort());
});
