import { nearest } from "@lambda-vpc/policy-kit";
import { parseArgs } from "node:util";
import { CommandError } from "./command-error";
import { exitCodes } from "./exit-codes";
import type { Flags } from "./flags";

/**
 * Reads flags and positional arguments.
 *
 * @param hint where flags of another program belong, as a sentence.
 * @throws CommandError if a flag is unknown, lacks its value, has one too many, or is repeated.
 */
export function readFlags<const F extends Flags>(commandLine: readonly string[], flags: F, hint = "") {
  const args = [...commandLine];
  const { tokens } = parseArgs({ args, options: flags, allowPositionals: true, strict: false, tokens: true });
  const given = tokens.filter((token) => token.kind === "option");
  const problem = given.map((token, index) => problemOf(token, given.slice(0, index), flags, hint)).find((one) => one !== undefined);
  if (problem !== undefined) throw new CommandError(exitCodes.usage, problem);
  return parseArgs({ args, options: flags, allowPositionals: true });
}

/** A flag as it stands in the command line. */
interface GivenFlag {
  readonly name: string;
  /** With its dashes. */
  readonly rawName: string;
  readonly value: string | undefined;
  /** Whether it is written as `--flag=value`. */
  readonly inlineValue: boolean | undefined;
}

function problemOf(
  { name, rawName, value, inlineValue }: GivenFlag,
  earlier: readonly GivenFlag[],
  flags: Flags,
  hint: string,
): string | undefined {
  const flag = Object.hasOwn(flags, name) && rawName.startsWith("--") ? flags[name] : undefined;
  if (flag === undefined) {
    const accepted = [...Object.keys(flags).map((one) => `--${one}`), "--help"];
    return `Unknown flag ${rawName}. ${nearest(rawName, accepted)}.${hint === "" ? "" : ` ${hint}`}`;
  }
  if (flag.multiple !== true && earlier.some((one) => one.name === name)) return `${rawName} is given twice. Specify it once.`;
  if (flag.type === "boolean") return value === undefined ? undefined : `${rawName} takes no value. Remove ${JSON.stringify(`=${value}`)}.`;
  if (value === undefined) return `${rawName} has no value. Write ${rawName} ${flag.value ?? "VALUE"}.`;
  // Otherwise a forgotten value takes the next flag. "-" is the standard input.
  if (inlineValue !== true && /^-./.test(value))
    return `${rawName} is followed by ${value}. Write ${rawName} ${flag.value ?? "VALUE"}, or ${rawName}=${value} if that is its value.`;
  return undefined;
}
