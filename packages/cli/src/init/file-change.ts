import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

/** A file before and after. */
export interface FileChange {
  /** Relative to the root of the patch, with `/`. */
  readonly path: string;
  /** Undefined for a new file. */
  readonly before: string | undefined;
  readonly after: string;
}

export function isChange({ before, after }: FileChange): boolean {
  return before !== after;
}

/** Changes as a patch for `git apply`. */
export function patch(changes: readonly FileChange[]): string {
  return changes
    .filter(isChange)
    .map(({ path, before, after }) => {
      const old = before === undefined ? "/dev/null" : `a/${path}`;
      return createTwoFilesPatch(old, `b/${path}`, before ?? "", after, undefined, undefined, { headerOptions: FILE_HEADERS_ONLY });
    })
    .join("");
}
