import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The sources of a pack: texts by their paths inside its folder, such as `src/eni-budget.ts`. */
export interface PackFiles {
  /** The folder, relative to the repository: `policies/eni-consolidation`. */
  readonly folder: string;
  readonly texts: ReadonlyMap<string, string>;
}

export function readPackFiles(repository: string, folder: string): PackFiles {
  const names = readdirSync(join(repository, folder, "src")).sort();
  const files = names.filter((name) => /\.(ts|md)$/.test(name)).map((name) => `src/${name}`);
  return { folder, texts: new Map(files.map((path) => [path, readFileSync(join(repository, folder, path), "utf8")])) };
}
