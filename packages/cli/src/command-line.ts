import { nearest } from "@lambda-vpc/policy-kit";
import { audit } from "./audit/audit";
import { baseline } from "./baseline/baseline";
import { check } from "./assess/check";
import { plan } from "./assess/plan";
import { checkConfig } from "./configuration/check-config";
import { comment } from "./comment/comment";
import type { Command, CommandContext } from "./command/command";
import { CommandError } from "./command/command-error";
import { exitCodes } from "./command/exit-codes";
import { commandHelp, overview, shortHelp } from "./command/help";
import { ownVersion } from "./command/own-version";
import { type Lines, type Outcome, type Written, written } from "./command/outcome";
import { diff } from "./diff/diff";
import { explain } from "./explain/explain";
import { init } from "./init/init";
import { organisation } from "./organisation/organisation";
import { preview } from "./preview/preview";
import { simulate } from "./simulate/simulate";

/** The commands in the order in which a project needs them. */
export const commands = {
  init,
  preview,
  plan,
  check,
  diff,
  comment,
  audit,
  "check-config": checkConfig,
  baseline,
  explain,
  simulate,
  organisation,
} as const satisfies Readonly<Record<string, Command>>;

/** Runs a command line. It never throws: a bug gets the exit code `fault`, because Node.js would exit with 1, which means `mistakes`. */
export function runCommandLine(commandLine: readonly string[], context: CommandContext): Written {
  return written(outcomeOf(commandLine, context), context);
}

function outcomeOf([first, ...rest]: readonly string[], context: CommandContext): Outcome {
  const [name, own] = first === "help" && rest.length > 0 ? [rest[0], ["--help"]] : [first, beforeDashes(rest)];
  if (name === "--version") return shown([ownVersion()]);
  if (isHelp(name) || name === "help") return shown(overview(commands));
  const command = name === undefined ? undefined : commandNamed(name);
  if (name === undefined || command === undefined) return failed(exitCodes.usage, unknownCommand(name));
  if (own.some(isHelp)) return shown(commandHelp(command));
  const failure = (error: unknown): Outcome => {
    if (!(error instanceof CommandError)) return failed(exitCodes.fault, bugReport(error));
    return failed(error.exitCode, [...error.lines, ...(error.exitCode === exitCodes.usage ? shortHelp(name, command) : [])]);
  };
  try {
    const { remaining, ...outcome } = command.run(rest, context);
    return remaining === undefined ? outcome : { ...outcome, remaining: () => remaining().catch(failure) };
  } catch (error) {
    return failure(error);
  }
}

/** The arguments of the command: what stands after `--` is for Pulumi. */
function beforeDashes(commandLine: readonly string[]): readonly string[] {
  return commandLine.includes("--") ? commandLine.slice(0, commandLine.indexOf("--")) : commandLine;
}

function isHelp(argument: string | undefined): boolean {
  return argument === "--help" || argument === "-h";
}

function commandNamed(name: string): Command | undefined {
  return Object.entries<Command>(commands).find(([one]) => one === name)?.[1];
}

function shown(stdout: Lines): Outcome {
  return { exitCode: 0, stdout, stderr: [] };
}

function failed(exitCode: number, stderr: Lines): Outcome {
  return { exitCode, stdout: [], stderr };
}

function unknownCommand(name: string | undefined): Lines {
  if (name === undefined) return overview(commands);
  const what = name.startsWith("-") ? "flag" : "command";
  return [`Unknown ${what} ${name}. ${nearest(name, [...Object.keys(commands), "--help", "--version"])}.`, ...overview(commands)];
}

function bugReport(error: unknown): Lines {
  const trace = error instanceof Error ? error.stack : String(error);
  return ["This is a bug in lambda-vpc, not in your files. Report it with these lines:", ...(trace ?? "").split("\n")];
}
