// eslint-disable-next-line no-restricted-imports -- the process of a pack ends here: its last words must be written before that
import { writeSync } from "node:fs";

/** Ends the process of a pack with a text for the user. Only a synchronous write is complete before the end on every system. */
export function endProcess(text: string): never {
  writeSync(2, `${text}\n`);
  // eslint-disable-next-line no-restricted-globals -- the process of a pack ends here
  return process.exit(1);
}
