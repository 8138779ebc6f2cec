import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import lockfile from "proper-lockfile";

/** A holder that has not renewed its lock for this long is dead. Milliseconds. */
const staleAfter = 60_000;
/** How often and for how long a second comer asks again: every second, for an hour. */
const patience = { retries: 3_600, factor: 1, minTimeout: 1_000, maxTimeout: 1_000 };

export interface Making {
  /** Fills the empty folder it is given. */
  readonly make: (unfinished: string) => Promise<void>;
  /** Called when another process is at it. */
  readonly onWait: () => void;
}

/**
 * Makes the folder `target` unless it is there. Laws: a folder under its name is complete; of many processes that ask at once one
 * makes it and the others wait; one that dies over it leaves nothing that the next would take for complete.
 */
export async function makeOnce(target: string, { make, onWait }: Making): Promise<void> {
  if (existsSync(target)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  const options = { realpath: false, stale: staleAfter, lockfilePath: `${target}.lock` };
  const release = await lockfile.lock(target, options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ELOCKED") throw error;
    onWait();
    return lockfile.lock(target, { ...options, retries: patience });
  });
  const unfinished = `${target}.unfinished`;
  try {
    if (existsSync(target)) return;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished);
    await make(unfinished);
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    await release();
  }
}
