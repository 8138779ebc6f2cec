import { appendFileSync, closeSync, fstatSync, openSync, readSync, statSync, truncateSync } from "node:fs";
import { UnusableAccount } from "./unusable-account";

/** A place between two lines of a journal, and the file it is in. */
interface Position {
  readonly inode: number;
  readonly offset: number;
  readonly lines: number;
}

const START: Position = { inode: 0, offset: 0, lines: 0 };

/** What was written since the last look; `restarted` when the file is another one and everything before counts no more. */
export interface NewEntries<Entry> {
  readonly restarted: boolean;
  readonly entries: readonly Entry[];
}

/** Lines of JSON that are only ever added to, in a file that several processes read and write. Whoever calls holds the lock. */
export class Journal<Entry> {
  #position = START;

  /**
   * @param read makes an entry of a line's JSON, or refuses it with undefined
   * @param warn is told of a last line that an interruption cut off and that is dropped for it
   */
  constructor(
    readonly path: string,
    readonly read: (json: unknown) => Entry | undefined,
    readonly warn: (text: string) => void,
  ) {}

  /** Entries that were added since the last call. Throws `UnusableAccount` for a whole line that is no entry. */
  readNew(): NewEntries<Entry> {
    const file = statSync(this.path, { throwIfNoEntry: false });
    const restarted = this.#position.offset > 0 && (file?.ino !== this.#position.inode || file.size < this.#position.offset);
    if (restarted) this.#position = START;
    if (file === undefined || file.size === this.#position.offset) return { restarted, entries: [] };
    const { offset, lines: earlier } = this.#position;
    const text = readFrom(this.path, offset);
    const lines = text.split("\n");
    const incomplete = lines.pop() ?? "";
    const entries = lines.map((line, index) => this.#entry(line, earlier + index + 1));
    this.#position = {
      inode: file.ino,
      offset: offset + Buffer.byteLength(text) - Buffer.byteLength(incomplete),
      lines: earlier + lines.length,
    };
    if (incomplete !== "") this.#truncate(incomplete);
    return { restarted, entries };
  }

  /** Adds an entry. `news` must have been called under the same lock. */
  append(entry: Entry): void {
    appendFileSync(this.path, `${JSON.stringify(entry)}\n`);
    const { ino, size } = statSync(this.path);
    this.#position = { inode: ino, offset: size, lines: this.#position.lines + 1 };
  }

  #entry(line: string, number: number): Entry {
    const entry = this.read(parse(line));
    if (entry !== undefined) return entry;
    throw new UnusableAccount(
      `line ${number} of ${this.path} is not what an account's file holds`,
      `remove that line and those after it, or start anew with the command "reset"`,
    );
  }

  #truncate(incomplete: string): void {
    truncateSync(this.path, this.#position.offset);
    const line = `line ${this.#position.lines + 1} of ${this.path}`;
    this.warn(
      `simulated AWS: ${line} was cut off after ${incomplete.length} characters by an interruption and is dropped: that operation did not happen`,
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
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(fstatSync(file).size - offset);
    readSync(file, buffer, 0, buffer.length, offset);
    return buffer.toString("utf8");
  } finally {
    closeSync(file);
  }
}
