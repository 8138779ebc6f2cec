import type { Mutant, StrykerReport } from "../mutant-report";

/** A mutant of Stryker's report; what a test leaves out has a value that it does not look at. */
interface MutantOfReport {
  readonly mutatorName?: string;
  readonly replacement?: string;
  readonly status?: Mutant["status"];
  readonly location: { readonly start: readonly [line: number, column: number]; readonly end: readonly [line: number, column: number] };
}

/** Stryker's report of one file. */
export function reportOf(file: string, source: string, ...mutants: readonly MutantOfReport[]): StrykerReport {
  const position = ([line, column]: readonly [number, number]): { line: number; column: number } => ({ line, column });
  return {
    files: {
      [file]: {
        source,
        mutants: mutants.map(({ location: { start, end }, ...mutant }) => ({
          mutatorName: "BooleanLiteral",
          replacement: "true",
          status: "Survived",
          ...mutant,
          location: { start: position(start), end: position(end) },
        })),
      },
    },
  };
}

/** One mutant of `a.ts`. */
export function mutantOf(parts: Partial<Mutant>): Mutant {
  return {
    file: "a.ts",
    line: 3,
    column: 9,
    mutator: "BooleanLiteral",
    status: "Killed",
    lineText: "return false;",
    original: "false",
    replacement: "true",
    ...parts,
  };
}
