import { writeError } from "./write-error";

/** Ends the process of a pack with a text for the user. */
export function endProcess(text: string): never {
  writeError(text);
  return process.exit(1);
}
