#!/usr/bin/env node
import { endOfProcess } from "./command/end-of-process";
import { type CommandContext, exitCodeOf, runCommand } from "./command/run-command";
import { serveCommand } from "./command/serve-command";

const context: CommandContext = {
  environment: process.env,
  print: (text) => process.stdout.write(`${text}\n`),
  printError: (text) => process.stderr.write(`${text}\n`),
};
const [command, ...rest] = process.argv.slice(2);

if (command === "serve" && !rest.includes("--help")) void serveUntilTheEnd(rest);
else process.exitCode = runCommand(process.argv.slice(2), context);

async function serveUntilTheEnd(options: readonly string[]): Promise<void> {
  try {
    const served = await serveCommand(options, context);
    await endOfProcess();
    await served.close();
  } catch (error) {
    process.exitCode = exitCodeOf(error, context.printError);
  }
}
