import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Surroundings } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";

/** A Pulumi project and what stands around it. Absolute paths. */
export interface Project {
  /** Holds Pulumi.yaml. */
  readonly folder: string;
  /** Where its packages are installed: the nearest package.json of its repository is there, or a new one will be. */
  readonly packageFolder: string;
  /** The root of its git repository; without one, `folder`. */
  readonly root: string;
}

/** What Pulumi takes for a project file (source: `pulumi new --help` and the Pulumi project file reference). */
const projectFiles = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** How deep projects are looked for, to name them to somebody who stands above them. */
const DEPTH = 4;

/** The project in `given`, or where the user stands. @throws CommandError where none is there, with the ones that are near. */
export function projectAt(given: string | undefined, { directory }: Pick<Surroundings, "directory">): Project {
  const folder = resolve(directory, given ?? ".");
  if (!isProject(folder)) throw noProject(folder, directory);
  const root = upwards(folder, () => true).find((one) => existsSync(join(one, ".git"))) ?? folder;
  const packageFolder = upwards(folder, (one) => one !== dirname(root)).find((one) => existsSync(join(one, "package.json"))) ?? folder;
  return { folder, packageFolder, root };
}

/** The way from one folder to a file, as package.json and YAML write it on every system. */
export function wayTo(file: string, from: string): string {
  return relative(from, file).split(sep).join("/") || ".";
}

function isProject(folder: string): boolean {
  return projectFiles.some((file) => existsSync(join(folder, file)));
}

/** `folder` and the folders above it, as long as `on` holds. */
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
      `There is no Pulumi.yaml in ${folder}, nor below it. Name the folder of a Pulumi project, or begin one with pulumi new.`,
    );
  const what = below.length === 1 ? "one project" : `${below.length} projects: ${below.join(", ")}`;
  return new CommandError(
    exitCodes.usage,
    `There is no Pulumi.yaml in ${folder}, and below it ${what}. Name one, such as: lambda-vpc init ${first}`,
  );
}

function projectsBelow(folder: string, depth: number): readonly string[] {
  if (depth === 0 || !existsSync(folder)) return [];
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
    .map(({ name }) => join(folder, name))
    .sort();
  return folders.flatMap((one) => [...(isProject(one) ? [one] : []), ...projectsBelow(one, depth - 1)]);
}
