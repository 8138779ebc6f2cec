import type { MutantStatus } from "./mutant-report";

/** The parts of Stryker's incremental file that are read here. */
export interface IncrementalReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly static?: boolean; readonly status: MutantStatus }[] }>>;
}

/**
 * The report without mutants that survived in code that runs when a module loads. Stryker does not know which tests reach such code, so it
 * would keep their result although a new test kills them.
 */
export function forgetStaticSurvivors(report: IncrementalReport): IncrementalReport {
  const files = Object.entries(report.files).map(([name, file]) => {
    const mutants = file.mutants.filter(({ static: onLoad, status }) => onLoad !== true || status !== "Survived");
    return [name, { ...file, mutants }] as const;
  });
  return { ...report, files: Object.fromEntries(files) };
}
