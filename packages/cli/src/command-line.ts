import { baseline } from "./baseline/baseline";
import { checkConfig } from "./configuration/check-config";
import type { Command, Outcome, CommandContext } from "./command/command";
import { CommandError } from "./command/command-error";
import { exitCodes } from "./command/exit-codes";
import { init } from "./init/init";
import { preview } from "./preview/preview";

const commands: Readonly<Record<string, Command>> = { init, preview, baseline, "check-config": checkConfig };

const usage = `usage:\n${Object.values(commands)
  .map(({ usage, summary }) => `  lambda-vpc ${usage}\n      ${summary}`)
  .join("\n")}\n`;

/** Runs a command line. It never throws: a bug gets the exit code `fault`, because Node.js would exit with 1, which means `mistakes`. */
export function runCommandLine([name, ...rest]: readonly string[], context: CommandContext): Outcome {
  const own = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
  if (name === "--help" || name === "help" || own.includes("--help")) return { exitCode: 0, stdout: usage, stderr: "" };
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const what = name === undefined ? "" : `Unknown command ${name}.\n`;
    return { exitCode: exitCodes.usage, stdout: "", stderr: `${what}${usage}` };
  }
  try {
    return command.run(rest, context);
  } catch (error) {
    if (!(error instanceof CommandError)) return { exitCode: exitCodes.fault, stdout: "", stderr: bugReport(error) };
    return { exitCode: error.exitCode, stdout: "", stderr: `${error.message}\n${error.exitCode === exitCodes.usage ? usage : ""}` };
  }
}

function bugReport(error: unknown): string {
  const trace = error instanceof Error ? error.stack : String(error);
  return `This is a bug in lambda-vpc, not in your files. Report it with these lines:\n${trace}\n`;
}
