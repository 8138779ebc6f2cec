import { mkdirSync } from "node:fs";
import path from "node:path";
import lockfile from "proper-lockfile";

/** A holder that has not renewed its lock for this long is dead. Milliseconds. */
const staleAfter = 60_000;
/** How often and for how long a second comer asks again: every second, for an hour. */
const patience = { retries: 3_600, factor: 1, minTimeout: 1_000, maxTimeout: 1_000 };

/** Runs `work` while no other process on this machine runs it for the same `folder`. `onWait` is called when another one does. */
export async function onlyOne<T>(folder: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const options = { stale: staleAfter, lockfilePath: path.join(folder, "lock") };
  const release = await lockfile.lock(folder, options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ELOCKED") throw error;
    onWait();
    return lockfile.lock(folder, { ...options, retries: patience });
  });
  try {
    return await work();
  } finally {
    await release();
  }
}
