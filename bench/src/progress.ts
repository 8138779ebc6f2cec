const start = performance.now();

/** Prints what begins now, with the seconds since the start, on the standard error stream: the whole bench takes a quarter of an hour. */
export function progress(step: string): void {
  const seconds = Math.round((performance.now() - start) / 1000);
  process.stderr.write(`${String(seconds).padStart(5)} s  ${step}\n`);
}
