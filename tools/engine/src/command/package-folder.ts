import { existsSync } from "node:fs";
import path from "node:path";

/**
 * The command line with the folder of a package written so that the CLI takes it for one: after `package COMMAND`, `packages/components` is the
 * name of something in a registry, `./packages/components` is what lies there.
 */
export function withPackageFolder(commandLine: readonly string[], directory: string): readonly string[] {
  const [first, command, source, ...rest] = commandLine;
  const named = first === "package" && source !== undefined && !/^[./\\-]/.test(source);
  return named && existsSync(path.join(directory, source)) ? [first, command ?? "", `./${source}`, ...rest] : commandLine;
}
