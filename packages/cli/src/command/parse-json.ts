import { CommandError } from "./command-error";
import { exitCodes } from "./exit-codes";

/** More levels than any configuration or package.json has. Deeper values exhaust the stack of code that walks over them. */
const DEEPEST = 100;

/** The value of a JSON text. @throws CommandError if `text` is not JSON, or is nested too deep. */
export function parseJson(text: string, file: string): unknown {
  const wrong = (what: string): CommandError => new CommandError(exitCodes.unreadable, `${file} ${what}. Correct the file.`);
  if (text.trim() === "") throw wrong("is empty, and must hold a JSON object such as {}");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw wrong(`is not JSON: ${(error as Error).message}`);
  }
  if (isDeeperThan(DEEPEST, value)) throw wrong(`is nested deeper than ${DEEPEST} levels`);
  return value;
}

/** Walks over one level at a time, because recursion is what fails on deep values. */
function isDeeperThan(levels: number, value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}
