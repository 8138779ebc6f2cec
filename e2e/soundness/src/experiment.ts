import fc from "fast-check";
import { arbitraryDescription } from "./description/arbitrary-description";
import type { Breach } from "./judgement/breach";
import type { Description } from "./description/description";
import { type Evidence, gatherEvidence } from "./laboratory/evidence";
import { judge } from "./judgement/judge";
import type { Laboratory } from "./laboratory/laboratory";
import { simplifications, withoutNative } from "./description/simplifications";

/** A program, what came of it and what is wrong with that. */
export interface Experiment {
  readonly description: Description;
  readonly evidence: readonly Evidence[];
  readonly breaches: readonly Breach[];
}

/** What the program of a seed showed, and the smallest program that shows what is wrong, where something is. */
export interface Outcome {
  readonly seed: number;
  readonly experiment: Experiment;
  readonly smallest?: Experiment;
}

/** Runs the program of `seed`; where it fails, looks for a smaller one in at most `shrinkRuns` further runs. */
export async function runExperiment(laboratory: Laboratory, seed: number, shrinkRuns: number): Promise<Outcome> {
  const drawn = descriptionOf(seed);
  const experiment = await experimentWith(laboratory, laboratory.engine === "real" ? withoutNative(drawn) : drawn);
  if (countedBreaches(experiment).length === 0) return { seed, experiment };
  return { seed, experiment, smallest: await smallest(laboratory, experiment, shrinkRuns) };
}

/** The program that a seed stands for, always the same. */
export function descriptionOf(seed: number): Description {
  const [description] = fc.sample(arbitraryDescription(), { seed, numRuns: 1, unbiased: true });
  if (description === undefined) throw new Error(`seed ${seed} draws no program`);
  return description;
}

/** Takes the first simpler program that still shows a breach of a kind that was there, and continues from it while runs are left. */
async function smallest(laboratory: Laboratory, failing: Experiment, runs: number): Promise<Experiment> {
  const kinds = new Set(countedBreaches(failing).map(({ kind }) => kind));
  let left = runs;
  for (const simpler of simplifications(failing.description)) {
    if (left === 0) return failing;
    left -= 1;
    const experiment = await experimentWith(laboratory, simpler);
    if (countedBreaches(experiment).some(({ kind }) => kinds.has(kind))) return smallest(laboratory, experiment, left);
  }
  return failing;
}

async function experimentWith(laboratory: Laboratory, description: Description): Promise<Experiment> {
  const evidence = await gatherEvidence(laboratory, description);
  return { description, evidence, breaches: evidence.flatMap((one) => judge(one)) };
}

/** Whether a version keeps assumption S. */
export function keepsS({ claims }: Evidence): boolean {
  return claims.broken.length === 0;
}

/** Breaches that nothing excuses: those of versions that keep S, and those that do not rest on S. */
export function countedBreaches({ evidence, breaches }: Pick<Experiment, "evidence" | "breaches">): readonly Breach[] {
  const keeping = new Set(evidence.filter(keepsS).map(({ version }) => version));
  return breaches.filter(({ version, restsOnS }) => !restsOnS || keeping.has(version));
}
