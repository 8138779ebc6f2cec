import { afterAll, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Runs Jest as Stryker does, over separate test files. They are in the repository, where they find fast-check. */
const root = join(__dirname, "../../..");
mkdirSync(join(root, ".state"), { recursive: true });
const project = mkdtempSync(join(root, ".state/jest-profile-"));
const ran = join(project, "ran.txt");
const note = (name: string): string => `require("node:fs").appendFileSync(${JSON.stringify(ran)}, "${name} ");`;
const files = {
  "slow.test.js": `test("slow", () => { ${note("slow")} });`,
  "failing.test.js": `
    test("before", () => { ${note("before")} });
    test("failure", () => { ${note("failure")} throw new Error("killed"); });
    test("after", () => { ${note("after")} });`,
  "unrelated.test.js": `test("unrelated", () => { ${note("unrelated")} });`,
  "distant.laws.test.js": `test("distant law", () => { ${note("distant")} });`,
  "near/near.laws.test.js": `test("near law", () => { ${note("near")} });`,
  "law.test.js": `
    const { default: fc } = require("fast-check");
    test("law", () => fc.assert(fc.property(fc.nat(), () => { ${note("run")} }), { numRuns: 1000 }));
    test("broken", () => fc.assert(fc.property(fc.integer({ min: 1000 }), () => { ${note("broken")} throw new Error("broken"); })));`,
};
mkdirSync(join(project, "near"));
for (const [name, code] of Object.entries(files)) writeFileSync(join(project, name), code);
const config = {
  rootDir: project,
  testEnvironment: join(root, "tools/mutation/jest/mutant-environment.cjs"),
  testSequencer: join(root, "tools/mutation/jest/covering-tests-sequencer.cjs"),
  setupFiles: [join(root, "tools/verify/property-seed.cjs")],
};

afterAll(() => rmSync(project, { recursive: true }));

/** The names of what ran, in order. */
function run(names: readonly string[], environment: Readonly<Record<string, string>>): readonly string[] {
  rmSync(ran, { force: true });
  const args = [join(root, "node_modules/jest/bin/jest.js"), "--runInBand", "--config", JSON.stringify(config), ...names];
  spawnSync(process.execPath, args, { cwd: project, env: { ...process.env, ...environment }, encoding: "utf8" });
  return existsSync(ran) ? readFileSync(ran, "utf8").trim().split(" ") : [];
}

describe("the tests of a mutant", () => {
  const coverage = {
    [join(project, "slow.test.js")]: { milliseconds: 9, mutants: ["1", "2"] },
    [join(project, "failing.test.js")]: { milliseconds: 5, mutants: ["1"] },
    [join(project, "unrelated.test.js")]: { milliseconds: 1, mutants: ["3"] },
    [join(project, "distant.laws.test.js")]: { milliseconds: 2, mutants: ["5", "6"] },
    [join(project, "near/near.laws.test.js")]: { milliseconds: 1, mutants: ["5"] },
  };
  const ofMutant = (mutant: string): readonly string[] => {
    writeFileSync(join(project, ".mutation-coverage.json"), JSON.stringify(coverage));
    return run(["slow", "failing", "unrelated", "laws"], { __STRYKER_ACTIVE_MUTANT__: mutant, MUTATION_FOLDER: "near" });
  };

  test("are those of files that reach it, the fastest first, up to the first failure", () => {
    expect(ofMutant("1")).toEqual(["before", "failure"]);
  });

  test("all run where none fails", () => {
    expect(ofMutant("2")).toEqual(["slow"]);
  });

  test("leave out the laws of other folders, unless nothing else reaches it", () => {
    expect(ofMutant("5")).toEqual(["near"]);
    expect(ofMutant("6")).toEqual(["distant"]);
  });

  test("are none where no file reaches it", () => {
    expect(ofMutant("4")).toEqual([]);
  });
});

test("without a mutant, every test runs, and each file's time is recorded", () => {
  rmSync(join(project, ".mutation-coverage.json"), { force: true });
  expect([...run(["slow", "failing"], {})].sort()).toEqual(["after", "before", "failure", "slow"]);
  const recorded = JSON.parse(readFileSync(join(project, ".mutation-coverage.json"), "utf8")) as Record<string, { milliseconds: number }>;
  expect(Object.keys(recorded).sort()).toEqual([join(project, "failing.test.js"), join(project, "slow.test.js")]);
});

test("a law runs 40 times in mutation tests, and one that fails does not shrink", () => {
  const counts = (environment: Readonly<Record<string, string>>): readonly number[] => {
    const names = run(["law"], environment);
    return ["run", "broken"].map((name) => names.filter((one) => one === name).length);
  };
  expect(counts({ PROPERTY_PROFILE: "mutation" })).toEqual([40, 1]);
  const [runs, broken] = counts({ PROPERTY_PROFILE: "" });
  expect(runs).toBe(1000);
  expect(broken).toBeGreaterThan(1);
});
