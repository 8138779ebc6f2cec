import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The sources of a pack: texts by their paths inside its folder, such as `src/eni-budget.ts` or `src/roles/trusted-role.ts`. */
export interface PackFiles {
  /** The folder, relative to the repository: `policies/eni-consolidation`. */
  readonly folder: string;
  readonly texts: ReadonlyMap<string, string>;
}

export function readPackFiles(repository: string, folder: string): PackFiles {
  const texts = packPaths(repository, folder).map((path) => [path, readFileSync(join(repository, folder, path), "utf8")] as const);
  return { folder, texts: new Map(texts) };
}

/** Sources and pages lie in `src` or in a folder of it, one level deep: large packs group policies by concept. */
export function packPaths(repository: string, folder: string): readonly string[] {
  const source = join(repository, folder, "src");
  if (!existsSync(source)) return [];
  const entries = readdirSync(source, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const paths = [
    ...entries.map(({ name }) => name),
    ...folders.flatMap((name) => readdirSync(join(source, name)).map((file) => `${name}/${file}`)),
  ];
  return paths
    .filter((path) => /\.(ts|md)$/.test(path))
    .map((path) => `src/${path}`)
    .sort();
}

/** The id of the policy whose page is at this path inside a pack: `trusted-role` for `src/roles/trusted-role.md`. */
export function policyOfPage(path: string): string | undefined {
  return /^src\/(?:[^/]+\/)?([^/]+)\.md$/.exec(path)?.[1];
}
