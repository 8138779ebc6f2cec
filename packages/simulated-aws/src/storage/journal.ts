import { randomUUID } from "node:crypto";
import { appendFileSync, closeSync, fstatSync, openSync, readSync, type Stats, statSync, truncateSync } from "node:fs";
import { UnusableAccount } from "./unusable-account";

/** A position between two lines of a journal, and what identifies its file. */
interface Position {
  readonly inode: number;
  /** The first bytes of the file. A new file can have the inode of a deleted one, and its first line has a new generation. */
  readonly head: Buffer;
  readonly offset: number;
  readonly lines: number;
}

const START: Position = { inode: 0, head: Buffer.alloc(0), offset: 0, lines: 0 };

/** As many bytes of a file as contain the generation in its first line. */
const HEAD_BYTES = 64;

/** The entries written since the last read. `restarted` is set if the file was replaced, so that all earlier entries are void. */
export interface NewEntries<Entry> {
  readonly restarted: boolean;
  readonly entries: readonly Entry[];
}

/** An append-only file of JSON lines that several processes read and write. Callers hold the lock. */
export class Journal<Entry extends object> {
  #position = START;

  /**
   * @param read returns the entry of a line's JSON, or undefined if it is invalid
   * @param warn receives a warning about an incomplete last line, which is removed
   */
  constructor(
    readonly path: string,
    readonly read: (json: unknown) => Entry | undefined,
    readonly warn: (text: string) => void,
  ) {}

  /** The entries since the last call. Throws `UnusableAccount` for a complete line that is not an entry. */
  readNew(): NewEntries<Entry> {
    const file = statSync(this.path, { throwIfNoEntry: false });
    const restarted = this.#position.offset > 0 && !this.#isSame(file);
    if (restarted) this.#position = START;
    if (file === undefined || file.size === this.#position.offset) return { restarted, entries: [] };
    const { offset, lines: earlier } = this.#position;
    const text = readFrom(this.path, offset);
    const lines = text.split("\n");
    const incomplete = lines.pop() ?? "";
    const entries = lines.map((line, index) => this.#entry(line, earlier + index + 1));
    this.#position = {
      inode: file.ino,
      head: offset === 0 ? headOf(this.path) : this.#position.head,
      offset: offset + Buffer.byteLength(text) - Buffer.byteLength(incomplete),
      lines: earlier + lines.length,
    };
    if (incomplete !== "") this.#truncate(incomplete);
    return { restarted, entries };
  }

  /** Appends an entry. Call `readNew` first, under the same lock. */
  append(entry: Entry): void {
    const isFirst = this.#position.offset === 0;
    appendFileSync(this.path, `${JSON.stringify(isFirst ? { generation: randomUUID(), ...entry } : entry)}\n`);
    const { ino, size } = statSync(this.path);
    const head = isFirst ? headOf(this.path) : this.#position.head;
    this.#position = { inode: ino, head, offset: size, lines: this.#position.lines + 1 };
  }

  /** Whether the file is the one that was read before, with more lines at most. */
  #isSame(file: Stats | undefined): boolean {
    const { inode, offset, head } = this.#position;
    return file !== undefined && file.ino === inode && file.size >= offset && head.equals(headOf(this.path).subarray(0, head.length));
  }

  #entry(line: string, number: number): Entry {
    const entry = this.read(parse(line));
    if (entry !== undefined) return entry;
    throw new UnusableAccount(
      `Line ${number} of ${this.path} is not valid in an account's file`,
      'Remove that line and all lines after it, or delete the account with the command "reset"',
    );
  }

  #truncate(incomplete: string): void {
    truncateSync(this.path, this.#position.offset);
    const line = `line ${this.#position.lines + 1} of ${this.path}`;
    this.warn(
      `simulated AWS: ${line} is incomplete after ${incomplete.length} characters because of an interruption. It is removed: that operation did not happen`,
    );
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function readFrom(path: string, offset: number): string {
  return bytesOf(path, offset).toString("utf8");
}

function headOf(path: string): Buffer {
  return bytesOf(path, 0, HEAD_BYTES);
}

function bytesOf(path: string, offset: number, most = Infinity): Buffer {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(Math.min(fstatSync(file).size - offset, most));
    readSync(file, buffer, 0, buffer.length, offset);
    return buffer;
  } finally {
    closeSync(file);
  }
}
