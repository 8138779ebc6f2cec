/** What the tests did with one mutant. */
export type MutantStatus = "Killed" | "Timeout" | "Survived" | "NoCoverage" | "CompileError" | "RuntimeError" | "Ignored" | "Pending";

/** One mutant, with the code that it replaces. */
export interface Mutant {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly mutator: string;
  readonly status: MutantStatus;
  /** The first line of the code in the file that the mutant changes, without the space around it. */
  readonly lineText: string;
  readonly original: string;
  readonly replacement: string;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** The parts of Stryker's JSON report that are read here (mutation-testing-report-schema, version 2). */
export interface StrykerReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly StrykerMutant[] }>>;
}

interface StrykerMutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: MutantStatus;
  readonly location: { readonly start: Position; readonly end: Position };
}

/** The mutants of a report, in the order of files and lines. */
export function mutantsOf(report: StrykerReport): readonly Mutant[] {
  return Object.entries(report.files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, { source, mutants }]) => {
      const lines = source.split("\n");
      return mutants
        .map(({ mutatorName, replacement, status, location: { start, end } }) => ({
          file,
          line: start.line,
          column: start.column,
          mutator: mutatorName,
          status,
          lineText: (lines[start.line - 1] ?? "").trim(),
          original: oneLine(between(lines, start, end)),
          replacement: oneLine(replacement ?? ""),
        }))
        .sort((a, b) => a.line - b.line || a.column - b.column);
    });
}

function between(lines: readonly string[], start: Position, end: Position): string {
  const part = lines.slice(start.line - 1, end.line);
  const last = part.length - 1;
  return part.map((text, index) => text.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined)).join("\n");
}

function oneLine(code: string): string {
  return code.replaceAll(/\s+/g, " ").trim();
}
