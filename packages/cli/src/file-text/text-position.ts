/** A place in a text, as editors count. */
export interface TextPosition {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** The place at `offset` bytes of UTF-8 in the text that `chunks` are. Law: borders of chunks never matter. */
export function textPosition(chunks: Iterable<string>, offset: number): TextPosition {
  let [left, line, column] = [offset, 1, 1];
  for (const chunk of chunks) {
    const bytes = Buffer.from(chunk);
    const lines = (bytes.length <= left ? chunk : bytes.subarray(0, left).toString()).split("\n");
    const last = lines.at(-1)?.length ?? 0;
    line += lines.length - 1;
    column = lines.length > 1 ? last + 1 : column + last;
    left -= bytes.length;
    if (left <= 0) break;
  }
  return { line, column };
}
