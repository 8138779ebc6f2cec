import { gunzipSync } from "node:zlib";
import type { SourceStore } from "./source-store";

/** A file of a source that was left out, and why. */
export interface BrokenFile {
  /** Relative to the place of the source. */
  readonly file: string;
  readonly why: string;
}

/** The files of a source, each read on its own: one that is broken does not stop the others. */
export interface SourceFiles<T> {
  readonly read: readonly { readonly file: string; readonly content: T }[];
  readonly broken: readonly BrokenFile[];
}

/** How many files are read at the same time. A state can have hundreds of megabytes. */
const PARALLEL = 4;

/**
 * Reads the JSON files of a source, also compressed ones (`.gz`), in the order of their names. Files that begin with a dot are left out.
 *
 * @param isWanted decides by the name, before a file is read
 * @param select reads the content of a file. It throws with the reason if the file is broken, and returns undefined if the file is of another kind.
 * @throws SourceError if the source cannot be listed
 */
export async function readSourceFiles<T>(
  store: SourceStore,
  isWanted: (file: string) => boolean,
  select: (json: unknown, file: string) => T | undefined,
): Promise<SourceFiles<T>> {
  const files = (await store.list()).filter((file) => isJson(file) && isWanted(file));
  const [read, broken]: [{ file: string; content: T }[], BrokenFile[]] = [[], []];
  for (let from = 0; from < files.length; from += PARALLEL) {
    const part = files.slice(from, from + PARALLEL);
    const contents = await Promise.allSettled(part.map(async (file) => select(jsonOf(file, await store.read(file)), file)));
    for (const [index, content] of contents.entries()) {
      const file = part[index] ?? "";
      if (content.status === "rejected") broken.push({ file, why: reasonOf(content.reason) });
      else if (content.value !== undefined) read.push({ file, content: content.value });
    }
  }
  return { read, broken };
}

function isJson(file: string): boolean {
  return /(?:^|\/)[^./][^/]*\.json(?:\.gz)?$/.test(file);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
}

function jsonOf(file: string, bytes: Uint8Array): unknown {
  const text = Buffer.from(file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return JSON.parse(text.replace(/^\uFEFF/, ""));
}
