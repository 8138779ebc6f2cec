import { type Dirent, existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";

/** A Pulumi project and its surrounding folders. Absolute paths. */
export interface Project {
  /** Contains Pulumi.yaml. */
  readonly folder: string;
  /** Where its packages are installed: the folder of the nearest package.json in its repository, or of the new one. */
  readonly packageFolder: string;
  /** The root of its git repository, or `folder` without a repository. */
  readonly root: string;
}

/** The names of a project file (source: `pulumi new --help` and the Pulumi project file reference). */
const projectFiles = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** How many levels below a folder projects are searched for, to list them in an error. */
const DEPTH = 4;

/** The project in `given`, or in the working directory. @throws CommandError if there is none; it lists the projects below. */
export function projectAt(given: string | undefined, { directory }: Pick<CommandContext, "directory">): Project {
  const folder = resolve(directory, given ?? ".");
  if (!isProject(folder)) throw noProject(folder, directory);
  const root = upwards(folder, () => true).find((one) => existsSync(join(one, ".git"))) ?? folder;
  const packageFolder = upwards(folder, (one) => one !== dirname(root)).find((one) => existsSync(join(one, "package.json"))) ?? folder;
  return { folder, packageFolder, root };
}

/** The relative path from a folder to a file, with `/` on every system. */
export function wayTo(file: string, from: string): string {
  return relative(from, file).split(sep).join("/") || ".";
}

function isProject(folder: string): boolean {
  return projectFiles.some((file) => isFile(join(folder, file)));
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** `folder` and its parents, until `on` is false. */
function upwards(folder: string, on: (folder: string) => boolean): readonly string[] {
  if (!on(folder)) return [];
  return folder === dirname(folder) ? [folder] : [folder, ...upwards(dirname(folder), on)];
}

function noProject(folder: string, directory: string): CommandError {
  const below = projectsBelow(folder, DEPTH).map((one) => wayTo(one, directory));
  const [first] = below;
  if (first === undefined)
    return new CommandError(
      exitCodes.missing,
      `Pulumi.yaml not found in ${folder} or below. Specify the folder of a Pulumi project, or create one with pulumi new.`,
    );
  const what = below.length === 1 ? "1 project" : `${below.length} projects: ${below.join(", ")}`;
  return new CommandError(
    exitCodes.usage,
    `Pulumi.yaml not found in ${folder}. Below it: ${what}. Specify one, for example: lambda-vpc init ${first}`,
  );
}

function projectsBelow(folder: string, depth: number): readonly string[] {
  if (depth === 0) return [];
  const folders = entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
    .map(({ name }) => join(folder, name))
    .sort();
  return folders.flatMap((one) => [...(isProject(one) ? [one] : []), ...projectsBelow(one, depth - 1)]);
}

/** None of what is not a folder, or must not be read. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
