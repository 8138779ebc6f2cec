import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A package that is measured, and the least score that it must reach, in percent. */
export interface Target {
  readonly name: string;
  readonly path: string;
  readonly threshold: number;
}

/** Packages of pure code. The others start processes or an engine in their tests, which takes minutes a mutant. */
export const targets: readonly Target[] = [
  { name: "model", path: "packages/model", threshold: 90 },
  { name: "sources", path: "packages/sources", threshold: 85 },
  { name: "policy-kit", path: "packages/policy-kit", threshold: 85 },
  { name: "eni-consolidation", path: "policies/eni-consolidation", threshold: 85 },
  { name: "subnet-sizing", path: "policies/subnet-sizing", threshold: 85 },
  { name: "function-networking", path: "policies/function-networking", threshold: 85 },
];

/** The files of one Stryker run: a folder of the package, or files that changed. */
export interface Shard {
  readonly target: Target;
  readonly name: string;
  /** The folder of the files, relative to the root of the repository; absent where they are in several. */
  readonly folder?: string;
  /** Glob patterns, relative to the root of the repository. */
  readonly patterns: readonly string[];
}

/** The files of `src` itself. */
export const TOP_FOLDER = "src";

/** A shard for each folder of the package that holds shipped code. */
export function shardsOf(target: Target, root: string): readonly Shard[] {
  const source = join(root, target.path, "src");
  const entries = readdirSync(source, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== "testing").map(({ name }) => name);
  const shards = folders.map((name) => ({
    target,
    name,
    folder: `${target.path}/src/${name}`,
    patterns: [`${target.path}/src/${name}/**/*.ts`],
  }));
  const hasTopFiles = entries.some((entry) => entry.isFile() && isShipped(`src/${entry.name}`) && entry.name !== "index.ts");
  return hasTopFiles ? [...shards, { target, name: TOP_FOLDER, patterns: [`${target.path}/src/*.ts`] }] : shards;
}

/** One shard for each package that any of `files` is in: the changed files of shipped code that still exist. */
export function changedShards(files: readonly string[], root: string): readonly Shard[] {
  return targets.flatMap((target) => {
    const patterns = files.filter((file) => file.startsWith(`${target.path}/src/`) && isShipped(file) && existsSync(join(root, file)));
    return patterns.length === 0 ? [] : [{ target, name: "changed", patterns }];
  });
}

function isShipped(file: string): boolean {
  return file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.includes("/testing/");
}
