import { isPack, isRecord, type Pack } from "@lambda-vpc/policy-kit";
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
  const packs = [...new Set(load(given, entry).filter(isPack))];
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
  const read = () => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as unknown;
  const content = orNoPack(given, "its package.json cannot be read", "Correct the file.", read);
  if (!isRecord(content)) throw noPack(given, "its package.json is not a JSON object", "Correct the file.");
  const { name, main, exports } = content;
  return { ...(typeof name === "string" ? { name } : {}), ...(typeof main === "string" ? { main } : {}), exports };
}

/** A package can import itself by name only through its `exports` (source: Node.js documentation, "Self-referencing a package"). */
function exported(given: string, folder: string, name: string): string {
  const resolve = () => createRequire(join(folder, "package.json")).resolve(name);
  return orNoPack(given, "its main module was not found", "Build the pack first.", resolve);
}

/** What the module exports. */
function load(given: string, entry: string): readonly unknown[] {
  const read = (): readonly unknown[] => {
    const exported: unknown = createRequire(entry)(entry);
    return exported === null || exported === undefined ? [] : Object.values(exported);
  };
  return orNoPack(given, `${entry} cannot be loaded`, "Install the dependencies of the pack and build it first.", read);
}

function orNoPack<T>(given: string, what: string, fix: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw noPack(given, `${what}: ${firstLine(error)}`, fix);
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}

function noPack(given: string, what: string, fix: string): CommandError {
  return new CommandError(exitCodes.noPack, `Pack ${given} cannot be used: ${what}. ${fix}`);
}
