import type { Mutant } from "./mutant-report";

/**
 * A mutant that no test can kill, because the program behaves the same with it. `line` is the text of the changed line, so an entry survives
 * changes elsewhere in the file.
 */
export interface EquivalentMutant {
  readonly file: string;
  readonly line: string;
  readonly mutator: string;
  readonly replacement: string;
  readonly reason: string;
}

/** The survivors apart from those that are listed as equivalent, and the entries that no survivor matches. */
export interface Accepted {
  readonly equivalent: readonly Mutant[];
  readonly survivors: readonly Mutant[];
  /** Entries for a measured file that match no survivor: a test kills the mutant now, or the line has changed. */
  readonly stale: readonly EquivalentMutant[];
}

/** Each entry accepts one survivor: of two that look alike on one line, the other one needs a separate entry. */
export function acceptEquivalents(mutants: readonly Mutant[], entries: readonly EquivalentMutant[]): Accepted {
  const measured = new Set(mutants.map(({ file }) => file));
  const unused = new Set(entries.filter(({ file }) => measured.has(file)));
  const [equivalent, survivors]: [Mutant[], Mutant[]] = [[], []];
  for (const mutant of mutants.filter(isAlive)) {
    const entry = [...unused].find((one) => matches(one, mutant));
    if (entry === undefined) survivors.push(mutant);
    else {
      unused.delete(entry);
      equivalent.push(mutant);
    }
  }
  return { equivalent, survivors, stale: [...unused] };
}

function isAlive({ status }: Mutant): boolean {
  return status === "Survived" || status === "NoCoverage";
}

function matches(entry: EquivalentMutant, mutant: Mutant): boolean {
  return (
    entry.file === mutant.file &&
    entry.line === mutant.lineText &&
    entry.mutator === mutant.mutator &&
    entry.replacement === mutant.replacement
  );
}
