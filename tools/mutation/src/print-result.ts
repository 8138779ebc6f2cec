import type { Accepted } from "./equivalent-mutants";
import type { Mutant } from "./mutant-report";
import { percent, printedPercent, score, sum, type Score } from "./score";
import type { Target } from "./targets";

/** What one folder's run found. */
export interface FolderResult extends Accepted {
  readonly folder: string;
  readonly mutants: readonly Mutant[];
}

/** The survivors, the score of each folder and of all. */
export function printedResult({ name, threshold }: Target, folders: readonly FolderResult[]): string {
  const scores = folders.map(({ mutants, equivalent }) => score(mutants, equivalent.length));
  const survivors = folders.flatMap((folder) => folder.survivors.map(printedSurvivor));
  const stale = folders.flatMap((folder) =>
    folder.stale.map(
      ({ file, line, mutator, replacement }) => `${file}: no survivor matches ${mutator} of \`${line}\` to \`${replacement}\``,
    ),
  );
  const rows = folders.map(({ folder }, index) => printedScore(folder, scores[index] ?? sum([])));
  return [
    ...section("Survivors", survivors),
    ...section("Entries of equivalent-mutants.json to delete", stale),
    ...section(`Mutation score of ${name} (at least ${threshold})`, [...rows, printedScore("all", sum(scores))]),
  ].join("\n");
}

/** True when the score reaches the threshold and no entry for an equivalent mutant is stale. */
export function passes({ threshold }: Target, folders: readonly FolderResult[]): boolean {
  const all = sum(folders.map(({ mutants, equivalent }) => score(mutants, equivalent.length)));
  return percent(all) >= threshold && folders.every(({ stale }) => stale.length === 0);
}

function printedSurvivor({ file, line, column, mutator, status, original, replacement }: Mutant): string {
  const untested = status === "NoCoverage" ? " (no test reaches it)" : "";
  return `${file}:${line}:${column} ${mutator}${untested}: \`${shortened(original)}\` → \`${shortened(replacement)}\``;
}

function printedScore(folder: string, value: Score): string {
  const { killed, survived, equivalent } = value;
  return `${folder.padEnd(20)} ${printedPercent(value).padStart(5)}  ${killed} killed, ${survived} survived, ${equivalent} equivalent`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

function shortened(code: string): string {
  return code.length <= 80 ? code : `${code.slice(0, 79)}…`;
}
