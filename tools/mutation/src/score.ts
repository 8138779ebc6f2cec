import type { Mutant } from "./mutant-report";

/** How many mutants the tests kill. A mutant that does not run at all counts for neither side. */
export interface Score {
  readonly killed: number;
  readonly survived: number;
  readonly equivalent: number;
}

/** Law: `score` of lists that are joined is `sum` of their scores. */
export function score(mutants: readonly Mutant[], equivalent: number): Score {
  const count = (...statuses: readonly Mutant["status"][]): number => mutants.filter(({ status }) => statuses.includes(status)).length;
  return { killed: count("Killed", "Timeout"), survived: count("Survived", "NoCoverage") - equivalent, equivalent };
}

export function sum(scores: readonly Score[]): Score {
  return scores.reduce(
    (a, b) => ({ killed: a.killed + b.killed, survived: a.survived + b.survived, equivalent: a.equivalent + b.equivalent }),
    { killed: 0, survived: 0, equivalent: 0 },
  );
}

/** The share of the mutants that are not equivalent and that the tests kill. 100 where there are none. */
export function percent({ killed, survived }: Score): number {
  return killed + survived === 0 ? 100 : (100 * killed) / (killed + survived);
}

/** One decimal, rounded down: 89.96 is not 90. */
export function printedPercent(value: Score): string {
  return (Math.floor(percent(value) * 10) / 10).toFixed(1);
}
