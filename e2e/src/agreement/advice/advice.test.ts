import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { faults } from "./laws/faults";
import type { AdviceReport } from "./main";
import { type PaperResult, paperRun } from "./paper-run";
import { advisedPrograms } from "./programs/program-of-seed";
import { brokenIn } from "./trial/failure-text";

/*
 * The fixes of findings, followed to the letter in generated programs: a few here, and `npm run advice -- --programs 100 --seed 7` runs others.
 */

const scratch = join(repositoryRoot, ".state/advice");
let folder = "";
let report: AdviceReport | undefined;

/** Runs the program `npm run advice` and returns what it leaves. */
async function runAdvice(...flags: readonly string[]): Promise<AdviceReport> {
  const file = join(mkdtempSync(join(folder, "run-")), "report.json");
  const main = join(repositoryRoot, "e2e/dist/agreement/advice/main.js");
  const run = promisify(execFile)(process.execPath, [main, ...flags, "--report", file], { timeout: 280_000, maxBuffer: 2 ** 26 });
  const { stdout, stderr } = await run.catch((failure: { readonly stdout: string; readonly stderr: string }) => failure);
  if (!existsSync(file)) throw new Error(`the programs did not run to their end:\n${stdout}${stderr}`);
  return JSON.parse(readFileSync(file, "utf8")) as AdviceReport;
}

beforeAll(async () => {
  mkdirSync(scratch, { recursive: true });
  folder = mkdtempSync(join(scratch, "test-"));
  report = await runAdvice("--programs", "2", "--papers", "1", "--engines", "2");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whether a fix breaks a law; no further program is tried then. */
function anyBroken(results: Iterable<PaperResult>): boolean {
  for (const { broken } of results) if (broken.length > 0) return true;
  return false;
}

test("each fix that is followed on the engine keeps its promises", () => {
  expect(report?.trials.flatMap(({ seed, trial }) => brokenIn(trial).map((broken) => ({ seed, ...broken })))).toEqual([]);
});

test("each fix that is followed on paper keeps its promises", () => {
  expect(report?.papers).toEqual([]);
});

test("every program of a page and a case is recorded, unless it calls a function of a provider or computes a range", () => {
  const known = /^(?:calls the function |derives a range from an output$)/;
  const others = Object.entries(report?.unrecordable ?? {}).filter(([, reason]) => !known.test(reason));
  expect(others).toEqual([]);
});

describe("the run finds", () => {
  test.each<[fault: string, policies: readonly string[]]>([
    ["the groups of another set", ["merge-equivalent-security-groups", "share-security-groups"]],
    ["one function left out", ["align-subnets", "merge-equivalent-security-groups"]],
    ["a dependency left out", ["mount-targets-of-function-file-systems"]],
    ["wider access that is not stated", ["approved-vpc-configs"]],
  ])("%s", (name, policies) => {
    const advised = advisedPrograms(Object.values(report?.programs ?? {}));
    const fault = faults[name];
    if (fault === undefined) throw new Error(`there is no fault ${name}`);
    expect(anyBroken(paperRun(advised, { programs: 30, seed: 1, policies, fault }))).toBe(true);
  });

  test("an update left out", async () => {
    const program = report?.programs["merge-equivalent-security-groups-avoid-1"];
    if (program === undefined) throw new Error("the program is not recorded");
    const publishing = program.resources.map((one) =>
      one.type === "aws:lambda/function:Function" ? { ...one, inputs: { ...one.inputs, publish: true } } : one,
    );
    // With this seed, the advice to merge is followed before the one to trim versions.
    const description = join(folder, "description.json");
    writeFileSync(description, JSON.stringify({ ...program, resources: publishing }));
    const { trials } = await runAdvice("--description", description, "--seed", "2", "--shrink", "0", "--fault", "an update left out");
    expect(trials.flatMap(({ trial }) => brokenIn(trial)).map(({ law }) => law)).toEqual(["every update succeeds"]);
  });
});
