import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { type ArchivedProgram, readArchive } from "./archive";
import type { Breach } from "./judgement/breach";
import { countedBreaches } from "./experiment";
import { faults } from "./judgement/fault";
import { judge, replaysAlike } from "./judgement/judge";
import type { NetworkReader } from "./laboratory/plan-figures";

/** Programs in which every fault below shows; `npm run soundness` runs as many others as one likes. */
const PROGRAMS = ["--programs", "10", "--seed", "90018"];

const scratch = join(repositoryRoot, ".state/soundness");
let folder = "";
let programs: readonly ArchivedProgram[] = [];
let printed = "";

beforeAll(async () => {
  mkdirSync(scratch, { recursive: true });
  folder = mkdtempSync(join(scratch, "test-"));
  const archive = join(folder, "archive.json");
  const main = join(repositoryRoot, "e2e/soundness/dist/main.js");
  const run = promisify(execFile)(process.execPath, [main, ...PROGRAMS, "--shrink", "5", "--archive", archive], { timeout: 280_000 });
  const { stdout, stderr } = await run.catch((failure: { readonly stdout: string; readonly stderr: string }) => failure);
  printed = stdout + stderr;
  if (!existsSync(archive)) throw new Error(`the programs did not run to their end:\n${printed}`);
  programs = readArchive(readFileSync(archive, "utf8"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Breaches that nothing excuses, with a network read by `reader`. */
function breachesWith(reader?: NetworkReader): readonly Breach[] {
  return programs.flatMap(({ evidence }) => countedBreaches({ evidence, breaches: evidence.flatMap((one) => judge(one, reader)) }));
}

test("previews of random programs hold true after up", () => {
  expect({ programs: programs.length, breaches: breachesWith(), printed: breachesWith().length === 0 ? "" : printed }).toEqual({
    programs: 10,
    breaches: [],
    printed: "",
  });
});

test("what the pack counted can be counted again from what it saw", () => {
  const recordings = programs.flatMap(({ evidence }) => evidence.flatMap(({ trial }) => trial.recording ?? []));
  expect(recordings.length).toBeGreaterThan(0);
  expect(recordings.every(replaysAlike)).toBe(true);
});

describe("the check finds", () => {
  test.each(Object.entries(faults))("%s", (_, reader) => {
    expect(breachesWith(reader).length).toBeGreaterThan(0);
  });
});
