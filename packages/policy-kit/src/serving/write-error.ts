import { writeSync } from "node:fs";

/** Writes a line to the standard error, which the engine shows. Only a synchronous write is complete before the process ends, on every system. */
export function writeError(text: string): void {
  writeSync(2, `${text}\n`);
}
