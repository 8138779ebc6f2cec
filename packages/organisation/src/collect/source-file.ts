import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A file of a source that was left out, and why. */
export interface BrokenFile {
  /** Relative to the folder of the source. */
  readonly file: string;
  readonly why: string;
}

/** A folder of files of a source, each read on its own: one that is broken does not stop the others. */
export interface SourceFiles<T> {
  readonly read: readonly { readonly file: string; readonly content: T }[];
  readonly broken: readonly BrokenFile[];
}

/**
 * Reads the JSON files below a folder, also compressed ones (`.gz`), in the order of their names. Files that begin with a dot are left out.
 *
 * @param select reads the content of a file. It throws with the reason if the file is broken, and returns undefined if the file is of another kind.
 * @throws the error of the operating system if the folder cannot be read.
 */
export function readSourceFiles<T>(
  folder: string,
  isNamed: (name: string) => boolean,
  select: (json: unknown, file: string) => T | undefined,
): SourceFiles<T> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && isNamed(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const [read, broken]: [{ file: string; content: T }[], BrokenFile[]] = [[], []];
  for (const path of files) {
    const file = path.slice(folder.length).replace(/^[\\/]+/, "");
    try {
      const content = select(jsonOf(path), file);
      if (content !== undefined) read.push({ file, content });
    } catch (error) {
      broken.push({ file, why: error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error) });
    }
  }
  return { read, broken };
}

function jsonOf(path: string): unknown {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").replace(/^\uFEFF/, "");
  return JSON.parse(text);
}
