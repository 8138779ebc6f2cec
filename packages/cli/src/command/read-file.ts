import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { CommandContext } from "./command";
import { CommandError } from "./command-error";
import { decodeText } from "./decode-text";
import { exitCodes } from "./exit-codes";
import { readError } from "./file-error";
import { parseJson } from "./parse-json";

/** The text of `file`, or of the standard input if `file` is `-`. @throws CommandError if it cannot be read. */
export function readText(file: string, context: CommandContext): string {
  const content = readContent(file, context);
  const text = typeof content === "string" ? content : decodeText(content);
  if (text === undefined) throw new CommandError(exitCodes.unreadable, `${nameOf(file)} is not text in UTF-8. Specify another file.`);
  return text;
}

/**
 * The text of a file that may be absent, with the byte order mark that it may have, in UTF-8.
 *
 * @throws CommandError if there is something else, or if it cannot be read.
 */
export function presentText(path: string): string | undefined {
  const bytes = presentBytes(path);
  try {
    return bytes && new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CommandError(exitCodes.unreadable, `${path} is not text in UTF-8. Save it as UTF-8.`);
  }
}

function presentBytes(path: string): Uint8Array | undefined {
  const kind = orReadError(path, path, () => statSync(path, { throwIfNoEntry: false }));
  if (kind === undefined) return undefined;
  // Reading a pipe would wait for its writer.
  if (!kind.isFile()) throw new CommandError(exitCodes.unreadable, `${path} is not a file. Move it, and run this command again.`);
  return orReadError(path, path, () => readFileSync(path));
}

/** The content of a JSON file. @throws CommandError if it cannot be read or is not JSON. */
export function readJson(file: string, context: CommandContext): unknown {
  return parseJson(readText(file, context), nameOf(file));
}

function readContent(file: string, { directory, input }: CommandContext): string | Uint8Array {
  const path = resolve(directory, file);
  return orReadError(nameOf(file), path, () => (file === "-" ? input() : readFileSync(path)));
}

function orReadError<T>(file: string, path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw readError(file, path, error);
  }
}

function nameOf(file: string): string {
  return file === "-" ? "The standard input" : file === "" ? "The file without a name" : file;
}
