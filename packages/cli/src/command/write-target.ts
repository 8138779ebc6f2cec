import { lstatSync, readlinkSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** The file or device behind a path. */
export interface WriteTarget {
  /**
   * `replace`: a regular file, or none yet. Another file is renamed to it, so that a reader, or an interruption, sees the old text or the new one.
   * `append`: what cannot be replaced, such as a pipe or /dev/stdout.
   */
  readonly way: "replace" | "append";
  /** Absolute, behind all symbolic links: they stay, and lead to the new text. */
  readonly path: string;
  /** What is there now; undefined if nothing is. */
  readonly present: Stats | undefined;
}

/** As many links as Linux follows. */
const MOST_LINKS = 40;

/** Finds where `path` leads. @throws Error with the code of the operating system if its folder does not exist or its links form a circle. */
export function writeTarget(path: string): WriteTarget {
  let at = resolve(path);
  for (let links = 0; links <= MOST_LINKS; links++) {
    // These links lead to open files of this process. They can be written through, but their targets are not paths.
    if (/^\/(?:dev|proc)\//.test(at)) return { way: "append", path: at, present: statSync(at, { throwIfNoEntry: false }) };
    // A relative link starts from the folder in which it really is.
    const folder = realpathSync(dirname(at));
    at = join(folder, basename(at));
    const present = lstatSync(at, { throwIfNoEntry: false });
    if (present?.isSymbolicLink() !== true)
      return { way: present === undefined || present.isFile() ? "replace" : "append", path: at, present };
    at = resolve(folder, readlinkSync(at));
  }
  throw Object.assign(new Error(`${path} is a link that leads back to itself`), { code: "ELOOP" });
}
