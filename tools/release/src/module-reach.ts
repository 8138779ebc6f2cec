import { isBuiltin } from "node:module";
import path from "node:path/posix";
import ts from "typescript";

/** The texts of a package's files by their paths relative to its folder, with `/`. */
export type PackageFiles = ReadonlyMap<string, string>;

/** One import as it is written, and the file that it is written in. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
}

/** What can be reached from the entries of a package by its imports. */
export interface ModuleReach {
  /** Files of the package, the entries among them. */
  readonly files: ReadonlySet<string>;
  /** Imports of files that the package does not hold. */
  readonly missing: readonly Import[];
  /** Imports of other packages; those of Node.js itself are left out. */
  readonly foreign: readonly Import[];
}

/** Follows the imports of modules and of their types from `entries`, as Node.js and TypeScript resolve them. Entries that are not there are passed over. */
export function moduleReach(entries: readonly string[], files: PackageFiles): ModuleReach {
  const reached = new Set(entries.filter((entry) => files.has(entry)));
  const missing: Import[] = [];
  const foreign: Import[] = [];
  for (const from of reached) {
    if (from.endsWith(".json")) continue;
    for (const { fileName: specifier } of ts.preProcessFile(files.get(from) ?? "", true, true).importedFiles) {
      if (!specifier.startsWith(".")) {
        if (!isBuiltin(specifier)) foreign.push({ from, specifier });
        continue;
      }
      const found = candidates(from, specifier).find((candidate) => files.has(candidate));
      if (found === undefined) missing.push({ from, specifier });
      else reached.add(found);
    }
  }
  return { files: reached, missing, foreign };
}

/** A module or the types of one. */
export function isModule(file: string): boolean {
  return /\.(js|d\.ts)$/.test(file);
}

function candidates(from: string, specifier: string): readonly string[] {
  const target = path.join(path.dirname(from), specifier);
  if (!from.endsWith(".d.ts")) return [target, `${target}.js`, `${target}.json`, `${target}/index.js`];
  const bare = target.replace(/\.js$/, "");
  return [`${bare}.d.ts`, `${bare}/index.d.ts`];
}
