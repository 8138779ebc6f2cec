import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { UnusableAccount } from "./unusable-account";

/** How long a process waits for another one that lives, in milliseconds: an operation takes less than one. */
const MAX_WAIT = 30_000;

/**
 * Runs `work` while no other process works under the lock at `path`. A lock is a file that names its owner's process id, made at once by linking;
 * the lock of a process that is no more is broken. Throws `UnusableAccount` when a living owner keeps it longer than
 * `patience` milliseconds, 30 seconds unless said otherwise.
 */
export function withLock<T>(path: string, work: () => T, maxWait = MAX_WAIT): T {
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
        `${path} is held by process ${owner ?? "?"}`,
        `end that process, or delete the file when it is none of this repository's`,
      );
    else sleep(1);
  }
}

/** Only who holds the breaker may remove a dead owner's lock, and only while it is still that owner's: a lock taken in between stays. */
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

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
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

/** Waits without letting anything else run: an operation on the account is one step. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
