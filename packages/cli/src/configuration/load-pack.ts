import { isPack, type Pack } from "@lambda-vpc/policy-kit";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { packFolder } from "./pack-folder";

/**
 * The pack of a folder or an installed package: the export of its main module that is a pack. The module that the engine starts is never loaded,
 * because it starts a server.
 *
 * @throws CommandError if there is no such pack.
 */
export function loadPack(given: string, { directory }: CommandContext): Pack {
  const folder = packFolder(given, { directory });
  if (folder === undefined) throw noPack(given, `${directory} has neither a folder nor an installed package of this name`, "Check --pack.");
  const entry = entryOf(given, folder);
  const packs = [...new Set(Object.values(load(given, entry)).filter(isPack))];
  const [pack, ...others] = packs;
  if (pack === undefined) throw noPack(given, `${entry} exports no pack`, "Export the argument of `servePack` from it.");
  if (others.length > 0)
    throw noPack(given, `${entry} exports several packs (${packs.map(({ name }) => name).join(", ")})`, "Export only one.");
  return pack;
}

interface PackageJson {
  readonly name?: string;
  readonly main?: string;
  readonly exports?: unknown;
}

function entryOf(given: string, folder: string): string {
  const { name, main = "index.js", exports } = readPackageJson(given, folder);
  const started = existsSync(join(folder, "PulumiPolicy.yaml")) ? resolve(folder, main) : undefined;
  const entry = exports === undefined || name === undefined ? resolve(folder, main) : exported(given, folder, name);
  if (entry === started)
    throw noPack(
      given,
      `the engine starts its main module (${main})`,
      'Add "exports": { ".": FILE } to its package.json, where FILE exports the pack and starts nothing.',
    );
  return entry;
}

function readPackageJson(given: string, folder: string): PackageJson {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageJson;
  } catch (error) {
    throw noPack(given, `its package.json cannot be read: ${(error as Error).message}`, "Correct the file.");
  }
}

/** A package can import itself by name only through its `exports` (source: Node.js documentation, "Self-referencing a package"). */
function exported(given: string, folder: string, name: string): string {
  try {
    return createRequire(join(folder, "package.json")).resolve(name);
  } catch (error) {
    throw noPack(given, `its main module was not found: ${firstLine(error)}`, "Build the pack first.");
  }
}

function load(given: string, entry: string): object {
  try {
    return createRequire(entry)(entry) as object;
  } catch (error) {
    throw noPack(given, `${entry} cannot be loaded: ${firstLine(error)}`, "Install the dependencies of the pack and build it first.");
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}

function noPack(given: string, what: string, fix: string): CommandError {
  return new CommandError(exitCodes.noPack, `Pack ${given} cannot be used: ${what}. ${fix}`);
}
