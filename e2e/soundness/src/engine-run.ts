import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { type Outcome, runExperiment } from "./experiment";
import { openLaboratory } from "./laboratory/laboratory";
import { FAILURES_TO_SHRINK, type Request } from "./request";
import type { Receiver } from "./results";
import { observe } from "./tally";

const scratch = join(repositoryRoot, ".state/soundness");

/** Runs the programs in several engines side by side. */
export async function runOnEngines({ programs, seed, engines, shrink }: Request, receiver: Receiver): Promise<void> {
  const seeds = Array.from({ length: programs }, (_, index) => seed + index).values();
  let shrunk = 0;
  mkdirSync(scratch, { recursive: true });
  // A separate folder, so that parallel runs do not collide.
  const folder = mkdtempSync(join(scratch, "run-"));
  const work = async (engine: number): Promise<void> => {
    const laboratory = await openLaboratory(join(folder, `engine-${engine}`));
    const run = (next: number): Promise<Outcome> => runExperiment(laboratory, next, shrunk < FAILURES_TO_SHRINK ? shrink : 0);
    try {
      for (const next of seeds) {
        try {
          // A command that takes too long on a busy machine is repeated once.
          const outcome = await run(next).catch(() => run(next));
          if (outcome.smallest !== undefined) shrunk += 1;
          receiver.result({ observation: observe(outcome), outcome });
        } catch (reason) {
          receiver.unfinished({ seed: next, reason: String(reason) });
        }
      }
    } finally {
      await laboratory.close();
    }
  };
  const works = await Promise.allSettled(Array.from({ length: Math.min(engines, programs) }, (_, engine) => work(engine)));
  rmSync(folder, { recursive: true, force: true });
  for (const one of works) if (one.status === "rejected") throw one.reason;
}
