import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { CommandContext } from "../command/command";

/** The folder with the package.json of a pack: `given`, or where Node.js finds the package of that name. */
export function packFolder(given: string, { directory }: Pick<CommandContext, "directory">): string | undefined {
  const installed = createRequire(join(directory, "package.json")).resolve.paths(given) ?? [];
  const candidates = [resolve(directory, given), ...installed.map((modules) => join(modules, given))];
  return candidates.find((candidate) => existsSync(join(candidate, "package.json")));
}
