import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runMain } from "@lambda-vpc/test-stacks/run-main";
import { wholeNumber } from "@lambda-vpc/test-stacks/whole-number";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import type { ProgramDescription } from "./description/program-description";
import type { BrokenLaw } from "./laws/broken-law";
import { paperRounds } from "./laws/paper-trial";
import { type PaperResult, paperRun } from "./paper-run";
import { smallestProgram } from "./programs/simpler-programs";
import { type Advised, advisedPrograms, programOfSeed } from "./programs/program-of-seed";
import { choicesOf } from "./programs/random-choice";
import { recordAll } from "./recording/record-all";
import { adviceTrial } from "./trial/advice-trial";
import { openAdviceLaboratory } from "./trial/laboratory";
import { brokenIn, failureText, paperFailureText } from "./trial/failure-text";
import { type SeededTrial, tally } from "./trial/tally-trials";

const USAGE = "usage: npm run advice -- [--programs N] [--seed S] [--engines E] [--papers N] [--shrink RUNS] [--report FILE]";
const scratch = join(repositoryRoot, ".state/advice");

/** A broken policy fails at every other seed; the smallest programs of a few show the fault. */
const FAILURES_TO_SHRINK = 5;
const PAPER_RUNS = 200;

/** What a run leaves for tests. */
export interface AdviceReport {
  readonly trials: readonly SeededTrial[];
  /** What is broken on paper. */
  readonly papers: readonly BrokenLaw[];
  readonly programs: Readonly<Record<string, ProgramDescription>>;
  readonly unrecordable: Readonly<Record<string, string>>;
}

/** Follows the advice about generated programs in several engines, prints what was followed, and ends with 1 if a law is broken. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      programs: { type: "string", default: "20" },
      seed: { type: "string", default: "1" },
      engines: { type: "string", default: "2" },
      papers: { type: "string", default: "20" },
      shrink: { type: "string", default: "8" },
      report: { type: "string" },
    },
  });
  const count = wholeNumber("programs", values.programs, 1, USAGE);
  const seed = wholeNumber("seed", values.seed, 0, USAGE);
  const engines = wholeNumber("engines", values.engines, 1, USAGE);
  const papers = wholeNumber("papers", values.papers, 0, USAGE);
  const shrink = wholeNumber("shrink", values.shrink, 0, USAGE);
  const { programs, unrecordable } = await recordAll();
  const advised = advisedPrograms(Object.values(programs));

  const onPaper = [...paperRun(advised, { programs: papers, seed })];
  const failing = onPaper.filter(({ broken }) => broken.length > 0);
  for (const one of failing.slice(0, FAILURES_TO_SHRINK)) process.stderr.write(await paperFailure(one));

  const seeds = Array.from({ length: count }, (_, index) => seed + index);
  const trials = await runTrials(advised, seeds, { engines: Math.min(engines, count), shrink });

  const report: AdviceReport = { trials, papers: failing.flatMap(({ broken }) => broken), programs, unrecordable };
  process.stdout.write(`${JSON.stringify({ ...tally(trials, onPaper), unrecordable }, null, 2)}\n`);
  if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(report));
  process.exitCode = failing.length > 0 || trials.some(({ trial }) => brokenIn(trial).length > 0) ? 1 : 0;
}

async function paperFailure({ seed, program, found, broken }: PaperResult): Promise<string> {
  const { policy } = found;
  const laws = new Set(broken.map(({ law }) => law));
  const fails = (smaller: ProgramDescription): boolean =>
    paperRounds(smaller, { policy }).some((round) => round.broken.some(({ law }) => laws.has(law)));
  const smallest = await smallestProgram(program, fails, PAPER_RUNS);
  return paperFailureText({ seed, found, broken, program: smallest });
}

async function runTrials(
  advised: Advised,
  seeds: readonly number[],
  { engines, shrink }: { readonly engines: number; readonly shrink: number },
): Promise<readonly SeededTrial[]> {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "run-"));
  const [left, trials]: [IterableIterator<number>, SeededTrial[]] = [seeds.values(), []];
  const work = async (engine: number): Promise<void> => {
    const laboratory = await openAdviceLaboratory(join(folder, `engine-${engine}`));
    try {
      for (const seed of left) {
        const choose = choicesOf(seed + 1);
        const program = programOfSeed(advised, seed);
        const trial = await adviceTrial(laboratory, program, { deploy: seed % 3 !== 0, choose });
        const laws = new Set(brokenIn(trial).map(({ law }) => law));
        const fails = async (smaller: ProgramDescription): Promise<boolean> => {
          const again = await adviceTrial(laboratory, smaller, { deploy: seed % 3 !== 0, choose: choicesOf(seed + 1) });
          return brokenIn(again).some(({ law }) => laws.has(law));
        };
        const smallest = laws.size === 0 ? program : await smallestProgram(program, fails, shrink);
        trials.push({ seed, trial, smallest });
        if (laws.size > 0) process.stderr.write(failureText({ seed, trial, smallest }));
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
