import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runMain } from "@lambda-vpc/test-stacks/run-main";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { archiveText } from "./archive";
import { runOnEngines } from "./engine-run";
import type { Outcome } from "./experiment";
import { breachText, writeFailure } from "./failure-folder";
import { runModelled } from "./modelled-run";
import { readRequest, type Request } from "./request";
import type { Receiver, Unfinished } from "./results";
import { type Observation, tally, tallyText } from "./tally";

const results = join(repositoryRoot, "e2e/soundness/results");

/** Runs programs, prints what they showed, and ends with 1 where a preview was wrong. */
async function main(): Promise<void> {
  const request = readRequest();
  const failures = join(results, request.model ? "model-failures" : "soundness-failures");
  rmSync(failures, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const start = process.hrtime.bigint();
  const { observations, outcomes, unfinished } = await runAll(request, failures);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9 / observations.length;

  const figures = tally(observations);
  process.stdout.write(tallyText(figures, seconds));
  writeFileSync(
    join(results, request.model ? "model.json" : "soundness.json"),
    `${JSON.stringify({ seed: request.seed, engines: request.engines, secondsPerProgram: seconds, ...figures }, null, 2)}\n`,
  );
  if (request.archive !== undefined) writeFileSync(request.archive, archiveText(outcomes));
  for (const { seed, reason } of unfinished) process.stderr.write(`seed ${seed} could not be run: ${reason}\n`);
  const failed = observations.filter(({ breaches }) => breaches.length > 0);
  process.exitCode = failed.length + unfinished.length > 0 ? 1 : 0;
}

interface Results {
  readonly observations: readonly Observation[];
  /** In the order of their seeds; only if they are to be archived. */
  readonly outcomes: readonly Outcome[];
  readonly unfinished: readonly Unfinished[];
}

async function runAll(request: Request, failures: string): Promise<Results> {
  const observations: Observation[] = [];
  const outcomes: Outcome[] = [];
  const unfinished: Unfinished[] = [];
  const every = request.model ? 5000 : 20;
  const receiver: Receiver = {
    result({ observation, outcome }) {
      observations.push(observation);
      if (outcome !== undefined && request.archive !== undefined) outcomes.push(outcome);
      if (outcome !== undefined && observation.breaches.length > 0) tellFailure(failures, outcome);
      if (observations.length % every === 0) process.stderr.write(`${observations.length} of ${request.programs} programs run\n`);
    },
    unfinished: (one) => void unfinished.push(one),
  };
  await (request.model ? runModelled(request, receiver) : runOnEngines(request, receiver));
  return { observations, outcomes: outcomes.sort((left, right) => left.seed - right.seed), unfinished };
}

function tellFailure(failures: string, outcome: Outcome): void {
  const { seed, experiment, smallest = experiment } = outcome;
  const folder = writeFailure(failures, outcome);
  process.stderr.write(`seed ${seed} fails; the smallest program that shows it is in ${folder}\n${breachText(smallest)}`);
}

runMain(main);
