/**
 * Why a file cannot be read. The codes are stable:
 * - `not-json`: the text is not a JSON document
 * - `truncated`: the text is the beginning of a JSON document
 * - `wrong-document`: JSON, but not the expected document, or a part of it has the wrong type
 * - `unknown-version`: written in a version that this release does not support
 * - `unfinished-preview`: the preview did not complete, so resources may be missing
 * - `unchanged-left-out`: the preview does not contain unchanged resources
 */
export type UnreadableCode = "not-json" | "truncated" | "wrong-document" | "unknown-version" | "unfinished-preview" | "unchanged-left-out";

/** A file that cannot be read: what is wrong, where, and the fix. Its message contains all three, and never a property value. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";

  constructor(
    readonly code: UnreadableCode,
    /** The path of the part that is wrong, such as `steps[3].newState.urn`, or a line and a column. */
    readonly where: string,
    readonly what: string,
    readonly fix: string,
  ) {
    super(`${where}: ${what}. ${fix}.`);
  }
}

/** The text is the beginning of a JSON document. */
export function truncatedFile(fix: string): UnreadableFile {
  return new UnreadableFile("truncated", "the end", "the JSON document stops before it is complete", fix);
}

/** The text stops to be JSON at a line and a column, both from 1. */
export function notJson({ line, column }: { readonly line: number; readonly column: number }, fix: string): UnreadableFile {
  return new UnreadableFile("not-json", `line ${line}, column ${column}`, "the text is not JSON", fix);
}
