import { baseline } from "./baseline/baseline";
import { checkConfig } from "./configuration/check-config";
import type { Command, Outcome, Surroundings } from "./command/command";
import { CommandError } from "./command/command-error";
import { exitCodes } from "./command/exit-codes";
import { init } from "./init/init";
import { preview } from "./preview/preview";

const commands: Readonly<Record<string, Command>> = { init, preview, baseline, "check-config": checkConfig };

const usage = `usage:\n${Object.values(commands)
  .map((command) => `  lambda-vpc ${command.usage}`)
  .join("\n")}\n`;

/** Runs what a user typed. It never throws: a fault of ours has an exit code of its own too, because Node.js would end with that of `mistakes`. */
export function runCommandLine([name, ...rest]: readonly string[], surroundings: Surroundings): Outcome {
  const ours = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
  if (name === "--help" || name === "help" || ours.includes("--help")) return { exitCode: 0, stdout: usage, stderr: "" };
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const what = name === undefined ? "" : `there is no command ${name}\n`;
    return { exitCode: exitCodes.usage, stdout: "", stderr: `${what}${usage}` };
  }
  try {
    return command.run(rest, surroundings);
  } catch (error) {
    if (!(error instanceof CommandError)) return { exitCode: exitCodes.fault, stdout: "", stderr: bugReport(error) };
    return { exitCode: error.exitCode, stdout: "", stderr: `${error.message}\n${error.exitCode === exitCodes.usage ? usage : ""}` };
  }
}

function bugReport(error: unknown): string {
  const trace = error instanceof Error ? error.stack : String(error);
  return `This is a bug of lambda-vpc, not of your files: please report it with the lines below.\n${trace}\n`;
}
