/** Where progress is printed: a part of `process.stderr`. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Receives the state of work that takes minutes. */
export interface Progress {
  update(text: string): void;
  /** The work ended. What is printed next starts on a separate line. */
  end(): void;
}

/** How often a log gets a line: enough to see that the work continues, few enough to read. Milliseconds. */
export const logInterval = 20_000;

/** Prints progress: on a terminal one line that changes, elsewhere a line every `logInterval`. The first line of a log comes after one interval. */
export function progressLine(stream: ProgressStream, now: () => number = Date.now): Progress {
  let printedAt: number | undefined;
  if (stream.isTTY !== true)
    return {
      update(text) {
        printedAt ??= now();
        if (now() - printedAt < logInterval) return;
        printedAt = now();
        stream.write(`${text}\n`);
      },
      end: () => (printedAt = undefined),
    };
  return {
    // CSI 2K erases the line (ECMA-48). A line that wraps could not be erased as one.
    update(text) {
      printedAt = now();
      stream.write(`\r\u001b[2K${text.slice(0, (stream.columns ?? 80) - 1)}`);
    },
    end() {
      if (printedAt !== undefined) stream.write("\r\u001b[2K");
      printedAt = undefined;
    },
  };
}
