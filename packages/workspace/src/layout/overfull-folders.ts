import { dirname } from "node:path";

/** A folder with more source files than a reader takes in at once. */
export interface OverfullFolder {
  readonly folder: string;
  /** How many source files it holds, tests not counted. Above `MOST_FILES`. */
  readonly files: number;
}

/** The most source files that a folder may hold, tests not counted. */
export const MOST_FILES = 20;

/** The folders of `files` that hold more than `MOST_FILES` source files, by name. Paths are relative to the repository, with slashes. */
export function overfullFolders(files: readonly string[]): readonly OverfullFolder[] {
  const sources = files.filter((file) => /\.(ts|mts|cts|js|mjs|cjs|go)$/.test(file) && !/(\.test\.ts|_test\.go)$/.test(file));
  return [...Map.groupBy(sources, dirname)]
    .map(([folder, held]) => ({ folder, files: held.length }))
    .filter((one) => one.files > MOST_FILES)
    .sort((left, right) => (left.folder < right.folder ? -1 : 1));
}
