/**
 * Why a file cannot be read. The codes are stable:
 * - `not-json`: the text is no JSON document
 * - `truncated`: the text is the beginning of a JSON document
 * - `wrong-document`: JSON, but not what the reader takes, or a part of it has the wrong shape
 * - `unknown-version`: written in a form that this release does not know
 * - `unfinished-preview`: the preview did not get to its end, so resources may be missing
 * - `unchanged-left-out`: the preview does not show the resources that stay as they are
 */
export type UnreadableCode = "not-json" | "truncated" | "wrong-document" | "unknown-version" | "unfinished-preview" | "unchanged-left-out";

/** A file that cannot be read: what is wrong, where, and the fix. Its message says all three; it never quotes a property value. */
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
