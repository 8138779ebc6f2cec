#!/usr/bin/env node
import { runCommand } from "./command/run-command";

process.exitCode = runCommand(process.argv.slice(2), {
  environment: process.env,
  print: (text) => process.stdout.write(`${text}\n`),
  printError: (text) => process.stderr.write(`${text}\n`),
});
