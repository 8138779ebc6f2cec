import { writeSync } from "node:fs";

/** Ends the process of a pack with a text for the user. Only a synchronous write is complete before the end on every system. */
export function endProcess(text: string): never {
  writeSync(2, `${text}\n`);
  return process.exit(1);
}
