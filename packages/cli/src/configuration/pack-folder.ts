import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { Surroundings } from "../command/command";

/** The folder with the package.json of a pack: `given` itself, or where Node.js would find the package of that name. */
export function packFolder(given: string, { directory }: Pick<Surroundings, "directory">): string | undefined {
  const installed = createRequire(join(directory, "package.json")).resolve.paths(given) ?? [];
  const candidates = [resolve(directory, given), ...installed.map((modules) => join(modules, given))];
  return candidates.find((candidate) => existsSync(join(candidate, "package.json")));
}
