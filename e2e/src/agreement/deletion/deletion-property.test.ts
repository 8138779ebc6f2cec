import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import type { DestroyTrial } from "./destroy-trial";
import { judgeTrial, tallyTrials } from "./judge-trial";

/*
 * Generated stacks, judged by the policies before deployment and destroyed on simulated AWS: the two share no code. 40 by default;
 * `npm run deletion -- --stacks 400 --seed 7` runs others.
 */

const scratch = join(repositoryRoot, ".state/deletion");
let folder = "";
let trials: readonly Pick<DestroyTrial, "stack" | "source" | "finding" | "policies" | "ending">[] = [];

beforeAll(async () => {
  mkdirSync(scratch, { recursive: true });
  folder = mkdtempSync(join(scratch, "test-"));
  const report = join(folder, "report.json");
  const main = join(repositoryRoot, "e2e/dist/agreement/deletion/main.js");
  const run = promisify(execFile)(process.execPath, [main, "--stacks", "40", "--engines", "8", "--report", report], { timeout: 580_000 });
  const { stdout, stderr } = await run.catch((failure: { readonly stdout: string; readonly stderr: string }) => failure);
  if (!existsSync(report)) throw new Error(`the stacks did not run to their end:\n${stdout}${stderr}`);
  trials = JSON.parse(readFileSync(report, "utf8")) as typeof trials;
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a stack without a finding ends clean, and a stack with one does not", () => {
  const contradictions = trials.filter((trial) => judgeTrial(trial) === "contradiction");
  expect(contradictions.map(({ source, finding, policies, ending }) => ({ source, finding, policies, ending }))).toEqual([]);
});

/** The least share of the stacks in percent. */
const shares = {
  "none: clean": 15,
  "violation: orphans": 15,
  "violation: error": 2,
  "groups replaced": 10,
  "versions published": 15,
  "further dependencies": 40,
};

describe("among the stacks of one run", () => {
  test.each(Object.entries(shares))("%s: at least %i percent", (name, least) => {
    expect(tallyTrials(trials)[name] ?? 0).toBeGreaterThanOrEqual(least);
  });

  test("most are decided", () => {
    expect(tallyTrials(trials)["undecided"] ?? 0).toBeLessThanOrEqual(25);
  });
});
