import fc from "fast-check";
import { arbitraryDescription } from "./arbitrary-description";
import type { Breach } from "./breach";
import type { Description } from "./description";
import { type Evidence, gatherEvidence } from "./evidence";
import { judge } from "./judge";
import type { Laboratory } from "./laboratory";

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

/**
 * Runs the program of `seed`. A failure is shrunk by trying at most `shrinkRuns` smaller programs on the engine: the smallest that still shows
 * a breach of the same kind is kept.
 */
export async function runExperiment(laboratory: Laboratory, seed: number, shrinkRuns: number): Promise<Outcome> {
  const failing: Experiment[] = [];
  let first: Experiment | undefined;
  let runs = 0;
  const property = fc.asyncProperty(arbitraryDescription(), async (description) => {
    if (first !== undefined && runs > shrinkRuns) return;
    runs += 1;
    const experiment = await experimentWith(laboratory, description);
    first ??= experiment;
    const kinds = new Set(countedBreaches(first).map(({ kind }) => kind));
    if (!countedBreaches(experiment).some(({ kind }) => kinds.has(kind))) return;
    failing.push(experiment);
    throw new Error("a breach");
  });
  await fc.check(property, { seed, numRuns: 1, unbiased: true });
  if (first === undefined) throw new Error(`seed ${seed} ran no program`);
  const smallest = failing.at(-1);
  return { seed, experiment: first, ...(smallest === undefined ? {} : { smallest }) };
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
