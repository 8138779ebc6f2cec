import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UnusableAccount } from "./unusable-account";

/** How long a process waits for another live process, in milliseconds. An operation takes less than one. */
const MAX_WAIT = 30_000;

/**
 * Runs `work` while no other process works under the lock at `path`. The lock is a file with the process id of its owner, created
 * atomically by linking. The lock of a dead process is broken. Throws `UnusableAccount` if a live owner keeps it longer than `maxWait`
 * milliseconds.
 */
export function withLock<T>(path: string, work: () => T, maxWait = MAX_WAIT): T {
  sweep(path);
  const ownerFile = `${path}.${process.pid}`;
  writeFileSync(ownerFile, String(process.pid));
  try {
    acquire(path, ownerFile, maxWait);
  } finally {
    rmSync(ownerFile, { force: true });
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

function acquire(path: string, ownerFile: string, maxWait: number): void {
  const deadline = performance.now() + maxWait;
  while (!tryLink(ownerFile, path)) {
    const owner = ownerOf(path);
    if (owner !== undefined && !isAlive(owner)) breakLock(path, owner, ownerFile);
    else if (performance.now() > deadline)
      throw new UnusableAccount(
        `Process ${owner ?? "?"} holds ${path}`,
        "End that process, or delete the file if the process does not use this account",
      );
    else sleep(1);
  }
}

/**
 * Only the holder of the breaker may remove the lock of a dead owner, and only while it still is that owner's: a lock acquired in between
 * stays.
 */
function breakLock(path: string, dead: number, ownerFile: string): void {
  const breaker = `${path}.breaker`;
  if (!tryLink(ownerFile, breaker)) {
    const other = ownerOf(breaker);
    if (other !== undefined && !isAlive(other)) rmSync(breaker, { force: true });
    return;
  }
  try {
    if (ownerOf(path) === dead) rmSync(path, { force: true });
  } finally {
    rmSync(breaker, { force: true });
  }
}

/** Links the file of this process to a name that must be free. */
function tryLink(ownerFile: string, to: string): boolean {
  try {
    linkSync(ownerFile, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code !== "ENOENT") throw error;
    // Another process took this file for that of a dead process whose id this one has.
    writeFileSync(ownerFile, String(process.pid));
    return false;
  }
}

/** The locks whose folder this process has swept. */
const swept = new Set<string>();

/** Deletes the files of processes that died while they waited for the lock; once in each process. */
function sweep(path: string): void {
  if (swept.has(path)) return;
  swept.add(path);
  const [folder, start] = [dirname(path), `${basename(path)}.`];
  for (const name of readdirSync(folder)) {
    const owner = name.startsWith(start) && /^\d+$/.test(name.slice(start.length)) ? Number(name.slice(start.length)) : undefined;
    if (owner !== undefined && !isAlive(owner)) rmSync(join(folder, name), { force: true });
  }
}

function ownerOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Blocks the thread: an operation on the account is one step. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
