import fc from "fast-check";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { arbitraryStack } from "./arbitrary-stack";
import { type DestroyTrial, openDestroyLaboratory } from "./destroy-trial";
import { judgeTrial, tallyTrials } from "./judge-trial";
import type { StackDescription } from "./stack-description";
import { runMain } from "@lambda-vpc/test-stacks/run-main";
import { wholeNumber } from "@lambda-vpc/test-stacks/whole-number";

const USAGE = "usage: npm run deletion -- [--stacks N] [--seed S] [--engines E] [--report FILE]";
const scratch = join(repositoryRoot, ".state/deletion");

/** Destroys generated stacks in several engines, prints the shares, and ends with 1 if a policy and its account disagree. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      stacks: { type: "string", default: "40" },
      seed: { type: "string", default: "1" },
      engines: { type: "string", default: "4" },
      report: { type: "string" },
    },
  });
  const count = wholeNumber("stacks", values.stacks, 1, USAGE);
  const seed = wholeNumber("seed", values.seed, 0, USAGE);
  const engines = wholeNumber("engines", values.engines, 1, USAGE);
  const { trials, failures } = await runTrials(fc.sample(fc.noBias(arbitraryStack), { numRuns: count, seed }), engines);
  const contradictions = trials.filter((trial) => judgeTrial(trial) === "contradiction");
  for (const { source, finding, policies, ending, output } of contradictions)
    process.stderr.write(`a finding (${[finding, ...policies].join(" ")}) and an ending (${ending}) disagree:\n${source}\n${output}\n\n`);
  process.stdout.write(`${JSON.stringify(tallyTrials(trials), null, 2)}\n`);
  if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(trials));
  for (const failure of failures) process.stderr.write(`a stack could not be tried twice: ${String(failure)}\n`);
  process.exitCode = contradictions.length + failures.length > 0 ? 1 : 0;
}

interface Trials {
  readonly trials: readonly DestroyTrial[];
  /** Of stacks that could not be tried. One failure does not lose what the others show. */
  readonly failures: readonly unknown[];
}

async function runTrials(stacks: readonly StackDescription[], engines: number): Promise<Trials> {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "run-"));
  const [left, trials, failures]: [IterableIterator<StackDescription>, DestroyTrial[], unknown[]] = [stacks.values(), [], []];
  const work = async (engine: number): Promise<void> => {
    const laboratory = await openDestroyLaboratory(join(folder, `engine-${engine}`));
    try {
      // A command that takes too long on a busy machine is repeated once.
      for (const stack of left) {
        try {
          trials.push(await laboratory.trial(stack).catch(() => laboratory.trial(stack)));
        } catch (failure) {
          failures.push(failure);
        }
        if (trials.length % 20 === 0) process.stderr.write(`${trials.length} of ${stacks.length} stacks tried\n`);
      }
    } finally {
      await laboratory.close();
    }
  };
  const works = await Promise.allSettled(Array.from({ length: engines }, (_, engine) => work(engine)));
  rmSync(folder, { recursive: true, force: true });
  for (const one of works) if (one.status === "rejected") throw one.reason;
  return { trials, failures };
}

runMain(main);
