import type { ReadingProgress } from "@lambda-vpc/account";

/** The characters of a bar. */
const WIDTH = 30;

/** The milliseconds between two changes of the status: a terminal shows no more. */
const INTERVAL = 100;

/**
 * Shows the progress of a reading as one line that changes: `[##########          ] 1234 of 5000 functions, us-east-1`.
 *
 * @param show replaces the line. Absent if nobody waits at a terminal.
 * @param now the time in milliseconds.
 */
export function readingStatus(place: string, show: ((line: string) => void) | undefined, now: () => number = Date.now): ReadingProgress {
  if (show === undefined) return () => undefined;
  let last = -Infinity;
  const where = place === "" ? "" : `, ${place}`;
  return ({ part, done, total }) => {
    const isEnd = done !== undefined && done === total;
    if (done !== undefined && !isEnd && now() - last < INTERVAL) return;
    last = now();
    show(
      done === undefined || total === undefined ? `Reading ${part}${where}…` : `${bar(done, total)} ${done} of ${total} ${part}${where}`,
    );
  };
}

function bar(done: number, total: number): string {
  const filled = total === 0 ? WIDTH : Math.floor((WIDTH * done) / total);
  return `[${"#".repeat(filled)}${" ".repeat(WIDTH - filled)}]`;
}
