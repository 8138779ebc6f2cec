import type { SourcePosition } from "@lambda-vpc/sources";
import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** Where a program lies, so that reports name its files as the repository does. */
export interface ProgramPlace {
  /** The folder of Pulumi.yaml relative to the root of the repository, with `/`; empty for the root itself. */
  readonly folder: string;
  /** The name of Pulumi.yaml, which may be Pulumi.yml. */
  readonly projectFile: string;
  /** A position with its file relative to the folder of Pulumi.yaml; undefined if the file is not in the repository. */
  readonly positionHere: (position: SourcePosition) => SourcePosition | undefined;
}

const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml"];

/**
 * The place of the program in `start`: the nearest folder with Pulumi.yaml, as Pulumi finds it, in the nearest folder with `.git`. Without Pulumi.yaml, a file
 * may come from another machine, so that its positions are taken as they are.
 */
export function programPlace(start: string): ProgramPlace {
  const folder = nearestFolder(start, PROJECT_FILES);
  const project = folder ?? start;
  const root = nearestFolder(project, [".git"]) ?? start;
  const inRepository = (file: string): boolean => !/^\.\.(?:\/|$)/.test(pathTo(root, file)) && !isAbsolute(relative(root, file));
  return {
    folder: inRepository(project) ? pathTo(root, project) : "",
    projectFile: PROJECT_FILES.find((name) => existsSync(join(project, name))) ?? "Pulumi.yaml",
    positionHere: (position) => {
      const file = resolve(project, position.file);
      if (folder === undefined) return isAbsolute(position.file) ? undefined : position;
      return inRepository(file) && existsSync(file) ? { ...position, file: pathTo(project, file) } : undefined;
    },
  };
}

function nearestFolder(start: string, names: readonly string[]): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (names.some((name) => existsSync(join(folder, name)))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function pathTo(from: string, to: string): string {
  return relative(from, to).replaceAll(sep, "/");
}
