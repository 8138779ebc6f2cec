import { isPack, type Pack } from "@lambda-vpc/policy-kit";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { Surroundings } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { packFolder } from "./pack-folder";

/**
 * The pack of a folder or an installed package, as data: the export of its main module that is a pack. The module that the engine starts is never
 * loaded, because it starts a server.
 *
 * @throws CommandError where there is no such pack, with what it lacks.
 */
export function loadPack(given: string, { directory }: Surroundings): Pack {
  const folder = packFolder(given, { directory });
  if (folder === undefined) throw noPack(given, `there is neither such a folder nor such a package in ${directory}`, "Check --pack.");
  const entry = entryOf(given, folder);
  const packs = [...new Set(Object.values(load(given, entry)).filter(isPack))];
  const [pack, ...others] = packs;
  if (pack === undefined) throw noPack(given, `${entry} exports no pack`, "Export what you hand to `servePack` from there.");
  if (others.length > 0)
    throw noPack(given, `${entry} exports several packs (${packs.map(({ name }) => name).join(", ")})`, "Export one from there.");
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
      `its main module is the one that the engine starts (${main})`,
      'Give its package.json "exports": { ".": FILE }, where FILE exports the pack and starts nothing.',
    );
  return entry;
}

function readPackageJson(given: string, folder: string): PackageJson {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageJson;
  } catch (error) {
    throw noPack(given, `its package.json cannot be read: ${(error as Error).message}`, "Mend it there.");
  }
}

/** A package may import itself by its name, through its `exports` alone (source: Node.js documentation, "Self-referencing a package"). */
function exported(given: string, folder: string, name: string): string {
  try {
    return createRequire(join(folder, "package.json")).resolve(name);
  } catch (error) {
    throw noPack(given, `its main module is not there: ${firstLine(error)}`, "Build the pack first.");
  }
}

function load(given: string, entry: string): object {
  try {
    return createRequire(entry)(entry) as object;
  } catch (error) {
    throw noPack(given, `${entry} cannot be loaded: ${firstLine(error)}`, "Build the pack and install what it depends on first.");
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}

function noPack(given: string, what: string, fix: string): CommandError {
  return new CommandError(exitCodes.noPack, `No pack at ${given}: ${what}. ${fix}`);
}
