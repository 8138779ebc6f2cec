import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

/** A file as it is and as it is to be. */
export interface FileChange {
  /** Relative to the root of what the patch is for, with `/`. */
  readonly path: string;
  /** Undefined where it is not there. */
  readonly before: string | undefined;
  readonly after: string;
}

export function isChange({ before, after }: FileChange): boolean {
  return before !== after;
}

/** Changes as a patch that `git apply` takes. */
export function patch(changes: readonly FileChange[]): string {
  return changes
    .filter(isChange)
    .map(({ path, before, after }) => {
      const old = before === undefined ? "/dev/null" : `a/${path}`;
      return createTwoFilesPatch(old, `b/${path}`, before ?? "", after, undefined, undefined, { headerOptions: FILE_HEADERS_ONLY });
    })
    .join("");
}
