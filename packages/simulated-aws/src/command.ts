#!/usr/bin/env node
import { endOfProcess } from "./command/end-of-process";
import { type CommandContext, exitCodeOf, runCommand } from "./command/run-command";
import { configSnapshotCommand, serveCommand } from "./command/serve-command";

const context: CommandContext = {
  environment: process.env,
  print: (text) => process.stdout.write(`${text}\n`),
  printError: (text) => process.stderr.write(`${text}\n`),
};
const [command, ...rest] = process.argv.slice(2);

if (command === "serve" && !rest.includes("--help")) void serveUntilTheEnd(rest);
else if (command === "config-snapshot" && !rest.includes("--help")) writeSnapshots(rest);
else process.exitCode = runCommand(process.argv.slice(2), context);

function writeSnapshots(options: readonly string[]): void {
  try {
    context.print(configSnapshotCommand(options, context));
  } catch (error) {
    process.exitCode = exitCodeOf(error, context.printError);
  }
}

async function serveUntilTheEnd(options: readonly string[]): Promise<void> {
  try {
    const served = await serveCommand(options, context);
    await endOfProcess();
    await served.close();
  } catch (error) {
    process.exitCode = exitCodeOf(error, context.printError);
  }
}
