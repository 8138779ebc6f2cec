import { constants } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { CommandContext } from "./command";
import { CommandError } from "./command-error";
import { decodeChunks, decodeText } from "../file-text/decode-text";
import { exitCodes } from "./exit-codes";
import { readError } from "./file-error";
import { fileChunks, type LargeText, memoryChunks } from "../file-text/large-text";
import { parseJson } from "./parse-json";

/** The text of `file`, or of the standard input if `file` is `-`. @throws CommandError if it cannot be read. */
export function readText(file: string, context: CommandContext): string {
  const text = readLargeText(file, context);
  if (typeof text === "string") return text;
  const most = `${Math.floor(longestText(context) / 1e6)} MB`;
  throw new CommandError(
    exitCodes.unreadable,
    `${nameOf(file)} is longer than ${most}, the longest text of Node.js. Specify another file.`,
  );
}

/** The same, in parts if it is longer than a string can be. */
export function readLargeText(file: string, context: CommandContext): string | LargeText {
  const bytes = file === "-" ? undefined : orReadError(nameOf(file), pathOf(file, context), () => fileSize(pathOf(file, context)));
  if (bytes !== undefined && bytes > longestText(context)) return largeText(file, bytes, () => fileChunks(pathOf(file, context)), context);
  const content = readContent(file, context);
  if (typeof content !== "string" && content.length > longestText(context))
    return largeText(file, content.length, () => memoryChunks(content), context);
  const text = typeof content === "string" ? content : decodeText(content);
  if (text === undefined) throw notText(file);
  return text;
}

/** Undefined if it is no file, such as a pipe. */
function fileSize(path: string): number | undefined {
  const status = statSync(path, { throwIfNoEntry: false });
  return status?.isFile() === true ? status.size : undefined;
}

/** A file of as many bytes has at most as many characters. */
function longestText({ longestText: longest = constants.MAX_STRING_LENGTH }: CommandContext): number {
  return longest;
}

function largeText(file: string, bytes: number, content: () => Iterable<Uint8Array>, context: CommandContext): LargeText {
  return {
    bytes,
    *chunks() {
      try {
        for (const part of decodeChunks(content())) {
          if (part === undefined) throw notText(file);
          yield part;
        }
      } catch (error) {
        throw error instanceof CommandError ? error : readError(nameOf(file), pathOf(file, context), error);
      }
    },
  };
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

function readContent(file: string, context: CommandContext): string | Uint8Array {
  const path = pathOf(file, context);
  return orReadError(nameOf(file), path, () => (file === "-" ? context.input() : readFileSync(path)));
}

function pathOf(file: string, { directory }: CommandContext): string {
  return resolve(directory, file);
}

function notText(file: string): CommandError {
  return new CommandError(exitCodes.unreadable, `${nameOf(file)} is not text in UTF-8. Specify another file.`);
}

function orReadError<T>(file: string, path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw readError(file, path, error);
  }
}

/** How a message names a file. */
export function nameOf(file: string): string {
  return file === "-" ? "The standard input" : file === "" ? "The file without a name" : file;
}
