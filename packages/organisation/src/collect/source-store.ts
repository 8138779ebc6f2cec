/** Where the files of a source are: a folder, or a bucket. */
export interface SourceStore {
  /**
   * The names of all files, sorted, with `/` between their parts.
   *
   * @throws SourceError if the store cannot be listed
   */
  list(): Promise<readonly string[]>;
  /** The content of one file. Rejects with the reason if it cannot be read. */
  read(name: string): Promise<Uint8Array>;
}

/** A source that cannot be read at all. */
export class SourceError extends Error {
  constructor(
    readonly code: "missing" | "refused" | "busy" | "unreachable" | "unreadable" | "forbidden",
    message: string,
    /** What to do. */
    readonly fix: string,
  ) {
    super(message);
  }
}
