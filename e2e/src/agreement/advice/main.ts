import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { runMain } from "@lambda-vpc/test-stacks/run-main";
import { wholeNumber } from "@lambda-vpc/test-stacks/whole-number";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import type { ProgramDescription } from "./description/program-description";
import type { BrokenLaw } from "./laws/broken-law";
import { faults } from "./laws/faults";
import { type Fault, paperRounds } from "./laws/paper-trial";
import { type PaperResult, paperRun } from "./paper-run";
import { smallestProgram } from "./programs/simpler-programs";
import { advisedPrograms, programOfSeed } from "./programs/program-of-seed";
import { choicesOf } from "./programs/random-choice";
import { recordAll } from "./recording/record-all";
import { type AdviceTrial, adviceTrial } from "./trial/advice-trial";
import { openAdviceLaboratory } from "./trial/laboratory";
import { brokenIn, failureText, paperFailureText } from "./trial/failure-text";
import { type SeededTrial, tally } from "./trial/tally-trials";

const USAGE =
  "usage: npm run advice -- [--programs N] [--seed S] [--engines E] [--papers N] [--shrink RUNS] [--report FILE]\n       npm run advice -- --description FILE [--seed S] [--fault NAME] [--report FILE]";
const scratch = join(repositoryRoot, ".state/advice");
const failures = join(scratch, "failures");

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

/** Follows the advice about generated programs, or about one, prints what was followed, and ends with 1 if a law is broken. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      programs: { type: "string", default: "20" },
      seed: { type: "string", default: "1" },
      engines: { type: "string", default: "2" },
      papers: { type: "string", default: "20" },
      shrink: { type: "string", default: "8" },
      description: { type: "string" },
      fault: { type: "string" },
      report: { type: "string" },
    },
  });
  const number = (name: "programs" | "seed" | "engines" | "papers" | "shrink", least: number): number =>
    wholeNumber(name, values[name], least, USAGE);
  const [programs, engines, shrink] = [number("programs", 1), number("engines", 1), number("shrink", 0)];
  const request = { programs, engines, shrink, papers: number("papers", 0), seed: number("seed", 0) };
  const { description, fault } = values;
  const report = description === undefined ? await runPrograms(request) : await runDescribed(description, request.seed, fault);
  if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(report));
  process.exitCode = report.papers.length > 0 || report.trials.some(({ trial }) => brokenIn(trial).length > 0) ? 1 : 0;
}

interface Request {
  readonly programs: number;
  readonly seed: number;
  readonly engines: number;
  readonly papers: number;
  readonly shrink: number;
}

async function runPrograms({ programs: count, seed, engines, papers, shrink }: Request): Promise<AdviceReport> {
  const { programs, unrecordable } = await recordAll();
  const advised = advisedPrograms(Object.values(programs));
  const onPaper = [...paperRun(advised, { programs: papers, seed })];
  const failing = onPaper.filter(({ broken }) => broken.length > 0);
  for (const one of failing.slice(0, FAILURES_TO_SHRINK)) process.stderr.write(await paperFailure(one));
  const seeded = Array.from({ length: count }, (_, index) => ({ seed: seed + index, program: programOfSeed(advised, seed + index) }));
  const trials = await runTrials(seeded, { engines: Math.min(engines, count), shrink });
  process.stdout.write(`${JSON.stringify({ ...tally(trials, onPaper), unrecordable }, null, 2)}\n`);
  return { trials, papers: failing.flatMap(({ broken }) => broken), programs, unrecordable };
}

/** Runs the program of a description that an earlier run wrote. */
async function runDescribed(file: string, seed: number, fault: string | undefined): Promise<AdviceReport> {
  const program = JSON.parse(readFileSync(file, "utf8")) as ProgramDescription;
  const planted = fault === undefined ? undefined : faults[fault];
  if (fault !== undefined && planted === undefined) throw new Error(`--fault is one of ${Object.keys(faults).join(", ")}\n${USAGE}`);
  const options = { engines: 1, shrink: 0, ...(planted === undefined ? {} : { fault: planted }) };
  const trials = await runTrials([{ seed, program }], options);
  process.stdout.write(`${JSON.stringify(tally(trials, []), null, 2)}\n`);
  return { trials, papers: [], programs: {}, unrecordable: {} };
}

async function paperFailure({ seed, program, found, broken }: PaperResult): Promise<string> {
  const { policy } = found;
  const laws = new Set(broken.map(({ law }) => law));
  const fails = (smaller: ProgramDescription): boolean =>
    paperRounds(smaller, { policy }).some((round) => round.broken.some(({ law }) => laws.has(law)));
  const smallest = await smallestProgram(program, fails, PAPER_RUNS);
  return paperFailureText({ seed, found, broken, program: smallest });
}

interface Seeded {
  readonly seed: number;
  readonly program: ProgramDescription;
}

interface RunOptions {
  readonly engines: number;
  readonly shrink: number;
  readonly fault?: Fault;
}

async function runTrials(programs: readonly Seeded[], { engines, shrink, fault }: RunOptions): Promise<readonly SeededTrial[]> {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "run-"));
  const [left, trials]: [IterableIterator<Seeded>, SeededTrial[]] = [programs.values(), []];
  const work = async (engine: number): Promise<void> => {
    const laboratory = await openAdviceLaboratory(join(folder, `engine-${engine}`));
    const tryOut = ({ seed, program }: Seeded): Promise<AdviceTrial> =>
      adviceTrial(laboratory, program, {
        deploy: seed % 3 !== 0,
        choose: choicesOf(seed + 1),
        ...(fault === undefined ? {} : { fault }),
      });
    try {
      for (const { seed, program } of left) {
        // A command that takes too long on a busy machine is repeated once.
        const trial = await tryOut({ seed, program }).catch(() => tryOut({ seed, program }));
        const laws = new Set(brokenIn(trial).map(({ law }) => law));
        const fails = async (smaller: ProgramDescription): Promise<boolean> =>
          brokenIn(await tryOut({ seed, program: smaller })).some(({ law }) => laws.has(law));
        const smallest = laws.size === 0 ? program : await smallestProgram(program, fails, shrink);
        trials.push({ seed, trial, smallest });
        process.stderr.write(`seed ${seed}: ${trial.rounds.length} fixes followed${laws.size > 0 ? ", a law is broken" : ""}\n`);
        if (laws.size > 0) process.stderr.write(failureText({ seed, trial, smallest }, writeFailure(seed, smallest)));
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

/** Writes the smallest program that shows a failure, and returns its file. */
function writeFailure(seed: number, program: ProgramDescription): string {
  mkdirSync(failures, { recursive: true });
  const file = join(failures, `seed-${seed}.json`);
  writeFileSync(file, `${JSON.stringify(program, null, 2)}\n`);
  return relative(repositoryRoot, file);
}

runMain(main);
