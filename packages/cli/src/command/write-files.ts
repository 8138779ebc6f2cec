import { randomUUID } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CommandError } from "./command-error";
import { exitCodes } from "./exit-codes";
import { reasonOf } from "./file-error";
import { type WriteTarget, writeTarget } from "./write-target";

/** A text for a file. */
export interface NewText {
  /** Absolute, or relative to the working directory of the command. */
  readonly file: string;
  readonly text: string;
}

export interface WriteOptions {
  /** Relative paths start here. */
  readonly directory: string;
  /** Whether missing folders are created. */
  readonly createFolders?: true;
}

/**
 * Writes all texts, or none: if one cannot be written, files and folders are as they were. Symbolic links stay, and their targets are written. A text for a pipe or a device is written last, because it cannot be taken back.
 *
 * @throws CommandError if one cannot be written; nothing has changed then.
 */
export function writeFiles(texts: readonly NewText[], { directory, createFolders }: WriteOptions): void {
  const undo: (() => void)[] = [];
  const complete: (() => void)[] = [];
  const orUndo = <T>(file: string, step: () => T): T => {
    try {
      return step();
    } catch (error) {
      for (const one of undo.reverse()) one();
      throw unwritable(file, error);
    }
  };
  const staged = texts.map(({ file, text }) =>
    orUndo(file, () => {
      const path = resolve(directory, file);
      if (createFolders) makeFolders(dirname(path), undo);
      return { file, ...stage(path, file, text, undo) };
    }),
  );
  for (const one of staged) orUndo(one.file, () => replace(one, undo, complete));
  for (const one of staged) orUndo(one.file, () => append(one));
  for (const one of complete) one();
}

interface Staged {
  readonly target: WriteTarget;
  readonly text: string;
  /** Next to the target, with a name that nothing else has. */
  readonly besides: (kind: string) => string;
}

function makeFolders(folder: string, undo: (() => void)[]): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  undo.push(() => {
    for (let one = folder; one.startsWith(first); one = dirname(one)) rmdirSync(one);
  });
}

/** Writes a text to a file next to its target: what fails, fails here, while nothing has changed. */
function stage(path: string, file: string, text: string, undo: (() => void)[]): Staged {
  const target = writeTarget(path);
  const name = `.lambda-vpc-${randomUUID()}`;
  const besides = (kind: string): string => join(dirname(target.path), `${name}.${kind}`);
  const { present } = target;
  if (present?.isDirectory() === true || file === "" || /[\\/]$/.test(file)) throw Object.assign(new Error(file), { code: "EISDIR" });
  if (target.way === "append") return { target, text, besides };
  // A rename would replace a file that its owner has protected.
  if (present !== undefined) closeSync(openSync(target.path, constants.O_WRONLY));
  undo.push(() => rmSync(besides("new"), { force: true }));
  writeFileSync(besides("new"), text, { flag: "wx" });
  if (present !== undefined) keepOwner(besides("new"), present);
  if (present !== undefined) chmodSync(besides("new"), present.mode);
  return { target, text, besides };
}

function keepOwner(file: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  try {
    chownSync(file, uid, gid);
  } catch {
    // Only root may give a file away.
  }
}

/** Puts a staged text in its place, and keeps what was there until all are in their places. */
function replace({ target, besides }: Staged, undo: (() => void)[], complete: (() => void)[]): void {
  const { way, path, present } = target;
  if (way !== "replace") return;
  if (present !== undefined) {
    undo.push(() => rmSync(besides("old"), { force: true }));
    keepOld(path, besides("old"));
    complete.push(() => rmSync(besides("old"), { force: true }));
  }
  undo.push(() => (present === undefined ? rmSync(path, { force: true }) : renameSync(besides("old"), path)));
  renameSync(besides("new"), path);
}

function keepOld(path: string, old: string): void {
  try {
    linkSync(path, old);
  } catch {
    // Not every file system has links.
    copyFileSync(path, old);
  }
}

function append({ target: { way, path }, text }: Staged): void {
  if (way === "append") appendFileSync(path, text);
}

const fixes: Readonly<Record<string, string>> = {
  EISDIR: "It is a folder. Specify a file.",
  ELOOP: "It is a link that leads back to itself. Correct the link.",
  ENOENT: "Its folder does not exist. Create it, or correct the link that leads there.",
  ENOSPC: "The disk is full. Delete files.",
  EACCES: "You have no permission. Change the permissions of the file and its folder.",
  EPERM: "You have no permission. Change the permissions of the file and its folder.",
  EROFS: "It is on a read-only file system. Specify another folder.",
  EEXIST: "A file is where its folder must be. Move that file.",
  ENOTDIR: "A file is where its folder must be. Move that file.",
};

function unwritable(file: string, error: unknown): CommandError {
  const reason = reasonOf(error);
  const fix = fixes[reason] ?? "Specify a file in a folder that you have permission to write to.";
  return new CommandError(exitCodes.unwritable, `${JSON.stringify(file)} cannot be written (${reason}), and nothing was changed. ${fix}`);
}
