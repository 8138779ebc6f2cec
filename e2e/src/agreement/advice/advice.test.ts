import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { faults } from "./laws/faults";
import type { AdviceReport } from "./main";
import { paperRun } from "./paper-run";
import { advisedPrograms } from "./programs/program-of-seed";
import { brokenIn } from "./trial/failure-text";
import { adviceTrial } from "./trial/advice-trial";
import { openAdviceLaboratory } from "./trial/laboratory";

/*
 * The fixes of findings, followed to the letter in generated programs: a few here, and `npm run advice -- --programs 100 --seed 7` runs others.
 */

const scratch = join(repositoryRoot, ".state/advice");
let folder = "";
let report: AdviceReport | undefined;

beforeAll(async () => {
  mkdirSync(scratch, { recursive: true });
  folder = mkdtempSync(join(scratch, "test-"));
  const file = join(folder, "report.json");
  const main = join(repositoryRoot, "e2e/dist/agreement/advice/main.js");
  const run = promisify(execFile)(process.execPath, [main, "--programs", "4", "--papers", "2", "--report", file], { timeout: 280_000 });
  const { stdout, stderr } = await run.catch((failure: { readonly stdout: string; readonly stderr: string }) => failure);
  if (!existsSync(file)) throw new Error(`the programs did not run to their end:\n${stdout}${stderr}`);
  report = JSON.parse(readFileSync(file, "utf8")) as AdviceReport;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("each fix that is followed on the engine keeps its promises", () => {
  expect(report?.trials.flatMap(({ seed, trial }) => brokenIn(trial).map((broken) => ({ seed, ...broken })))).toEqual([]);
});

test("each fix that is followed on paper keeps its promises", () => {
  expect(report?.papers).toEqual([]);
});

test("every program of a page and a case is recorded, unless it calls a function of a provider", () => {
  const others = Object.entries(report?.unrecordable ?? {}).filter(([, reason]) => !reason.startsWith("calls the function "));
  expect(others).toEqual([]);
});

describe("the run finds", () => {
  const onPaper = Object.entries(faults).filter(([name]) => name !== "all updates as one");

  test.each(onPaper)("%s", (_, fault) => {
    const advised = advisedPrograms(Object.values(report?.programs ?? {}));
    const broken = paperRun(advised, 3, 1, fault).filter((round) => round.broken.length > 0);
    expect(broken.length).toBeGreaterThan(0);
  });

  test("all updates as one", async () => {
    const program = report?.programs["merge-equivalent-security-groups-avoid-1"];
    if (program === undefined) throw new Error("the program is not recorded");
    const publishing = program.resources.map((one) =>
      one.type === "aws:lambda/function:Function" ? { ...one, inputs: { ...one.inputs, publish: true } } : one,
    );
    const laboratory = await openAdviceLaboratory(join(folder, "engine"));
    try {
      const fault = faults["all updates as one"];
      const trial = await adviceTrial(
        laboratory,
        { ...program, resources: publishing },
        { deploy: true, choose: () => 0, ...(fault === undefined ? {} : { fault }) },
      );
      expect(brokenIn(trial).map(({ law }) => law)).toContain("every update succeeds");
    } finally {
      await laboratory.close();
    }
  });
});
