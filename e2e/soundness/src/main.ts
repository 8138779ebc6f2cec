import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { archiveText } from "./archive";
import { countedBreaches, type Outcome, runExperiment } from "./experiment";
import { breachText, writeFailure } from "./failure-folder";
import { openLaboratory } from "./laboratory/laboratory";
import { tally, tallyText } from "./tally";
import { runMain } from "@lambda-vpc/test-stacks/run-main";
import { wholeNumber } from "@lambda-vpc/test-stacks/whole-number";

const USAGE = "usage: npm run soundness -- [--programs N] [--seed S] [--engines E] [--shrink RUNS] [--archive FILE]";
const results = join(repositoryRoot, "e2e/soundness/results");
const failures = join(results, "soundness-failures");
const scratch = join(repositoryRoot, ".state/soundness");

/** A broken model fails at every other seed; the smallest programs of a few show the fault. */
const FAILURES_TO_SHRINK = 3;

/** What one run is asked to do. */
interface Request {
  readonly programs: number;
  /** The seed of the first program; the next one's is one more. */
  readonly seed: number;
  readonly engines: number;
  /** How many smaller programs to try for a failure. */
  readonly shrink: number;
  /** Where to leave everything that was seen, for the faults to be tried on. */
  readonly archive?: string;
}

function readRequest(): Request {
  const { values } = parseArgs({
    options: {
      programs: { type: "string", default: "20" },
      seed: { type: "string", default: "1" },
      engines: { type: "string", default: "2" },
      shrink: { type: "string", default: "30" },
      archive: { type: "string" },
    },
  });
  const number = (name: "programs" | "seed" | "engines" | "shrink", least: number): number => wholeNumber(name, values[name], least, USAGE);
  const request = { programs: number("programs", 1), seed: number("seed", 0), engines: number("engines", 1), shrink: number("shrink", 0) };
  return { ...request, ...(values.archive === undefined ? {} : { archive: values.archive }) };
}

/** Runs programs in several engines side by side, prints what they showed, and ends with 1 where a preview was wrong. */
async function main(): Promise<void> {
  const request = readRequest();
  rmSync(failures, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const start = process.hrtime.bigint();
  const { outcomes, unfinished } = await runAll(request);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9 / outcomes.length;

  const figures = tally(outcomes);
  process.stdout.write(tallyText(figures, seconds));
  writeFileSync(
    join(results, "soundness.json"),
    `${JSON.stringify({ seed: request.seed, engines: request.engines, secondsPerProgram: seconds, ...figures }, null, 2)}\n`,
  );
  if (request.archive !== undefined) writeFileSync(request.archive, archiveText(outcomes));
  for (const { seed, reason } of unfinished) process.stderr.write(`seed ${seed} could not be run twice: ${String(reason)}\n`);
  const failed = outcomes.filter(({ experiment }) => countedBreaches(experiment).length > 0);
  process.exitCode = failed.length + unfinished.length > 0 ? 1 : 0;
}

interface Results {
  /** In the order of their seeds. */
  readonly outcomes: readonly Outcome[];
  /** Programs that could not be run. One failure does not lose what the others show. */
  readonly unfinished: readonly { readonly seed: number; readonly reason: unknown }[];
}

async function runAll({ programs, seed, engines, shrink }: Request): Promise<Results> {
  const seeds = Array.from({ length: programs }, (_, index) => seed + index).values();
  const outcomes: Outcome[] = [];
  const unfinished: { seed: number; reason: unknown }[] = [];
  mkdirSync(scratch, { recursive: true });
  // A separate folder, so that parallel runs do not collide.
  const folder = mkdtempSync(join(scratch, "run-"));
  const work = async (engine: number): Promise<void> => {
    const laboratory = await openLaboratory(join(folder, `engine-${engine}`));
    const run = (next: number): Promise<Outcome> => {
      const shrunk = outcomes.filter(({ smallest }) => smallest !== undefined).length;
      return runExperiment(laboratory, next, shrunk < FAILURES_TO_SHRINK ? shrink : 0);
    };
    try {
      for (const next of seeds) {
        try {
          // A command that takes too long on a busy machine is repeated once.
          const outcome = await run(next).catch(() => run(next));
          outcomes.push(outcome);
          if (countedBreaches(outcome.experiment).length > 0) tellFailure(outcome);
        } catch (reason) {
          unfinished.push({ seed: next, reason });
        }
        if (outcomes.length % 20 === 0) process.stderr.write(`${outcomes.length} of ${programs} programs run\n`);
      }
    } finally {
      await laboratory.close();
    }
  };
  const works = await Promise.allSettled(Array.from({ length: Math.min(engines, programs) }, (_, engine) => work(engine)));
  rmSync(folder, { recursive: true, force: true });
  for (const one of works) if (one.status === "rejected") throw one.reason;
  return { outcomes: outcomes.sort((left, right) => left.seed - right.seed), unfinished };
}

function tellFailure(outcome: Outcome): void {
  const { seed, experiment, smallest = experiment } = outcome;
  const folder = writeFailure(failures, outcome);
  process.stderr.write(`seed ${seed} fails; the smallest program that shows it is in ${folder}\n${breachText(smallest)}`);
}

runMain(main);
