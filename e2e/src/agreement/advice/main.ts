import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runMain } from "@lambda-vpc/test-stacks/run-main";
import { wholeNumber } from "@lambda-vpc/test-stacks/whole-number";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { type Advised, advisedPrograms, programOfSeed } from "./programs/program-of-seed";
import { choicesOf } from "./programs/random-choice";
import { recordAll } from "./recording/record-all";
import { adviceTrial } from "./trial/advice-trial";
import { openAdviceLaboratory } from "./trial/laboratory";
import { brokenIn, failureText } from "./trial/failure-text";
import { type SeededTrial, tallyLeft, tallyTrials } from "./trial/tally-trials";

const USAGE = "usage: npm run advice -- [--programs N] [--seed S] [--engines E] [--report FILE]";
const scratch = join(repositoryRoot, ".state/advice");

/** Follows the advice about generated programs in several engines, prints what was followed, and ends with 1 if a law is broken. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      programs: { type: "string", default: "20" },
      seed: { type: "string", default: "1" },
      engines: { type: "string", default: "2" },
      report: { type: "string" },
    },
  });
  const count = wholeNumber("programs", values.programs, 1, USAGE);
  const seed = wholeNumber("seed", values.seed, 0, USAGE);
  const engines = wholeNumber("engines", values.engines, 1, USAGE);
  const { programs, unrecordable } = await recordAll();
  const advised = advisedPrograms(Object.values(programs));
  const seeds = Array.from({ length: count }, (_, index) => seed + index);
  const trials = await runTrials(advised, seeds, Math.min(engines, count));
  for (const one of trials) if (brokenIn(one.trial).length > 0) process.stderr.write(failureText(one, programOfSeed(advised, one.seed)));
  const rounds = trials.reduce((sum, { trial }) => sum + trial.rounds.length, 0);
  const deployed = trials.filter(({ trial }) => trial.deployed).length;
  const report = { programs: count, deployed, rounds, policies: tallyTrials(trials), left: tallyLeft(trials), unrecordable };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(trials));
  process.exitCode = trials.some(({ trial }) => brokenIn(trial).length > 0) ? 1 : 0;
}

async function runTrials(advised: Advised, seeds: readonly number[], engines: number): Promise<readonly SeededTrial[]> {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "run-"));
  const [left, trials]: [IterableIterator<number>, SeededTrial[]] = [seeds.values(), []];
  const work = async (engine: number): Promise<void> => {
    const laboratory = await openAdviceLaboratory(join(folder, `engine-${engine}`));
    try {
      for (const seed of left) {
        const choose = choicesOf(seed + 1);
        const trial = await adviceTrial(laboratory, programOfSeed(advised, seed), { deploy: seed % 3 !== 0, choose });
        trials.push({ seed, trial });
      }
    } finally {
      await laboratory.close();
    }
  };
  const works = await Promise.allSettled(Array.from({ length: engines }, (_, engine) => work(engine)));
  rmSync(folder, { recursive: true, force: true });
  for (const one of works) if (one.status === "rejected") throw one.reason;
  return trials.toSorted((one, other) => one.seed - other.seed);
}

runMain(main);
