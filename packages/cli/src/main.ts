#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { runCommandLine } from "./command-line";

const { exitCode, stdout, stderr } = runCommandLine(process.argv.slice(2), {
  directory: process.cwd(),
  today: new Date().toISOString().slice(0, 10),
  input: () => readFileSync(0, "utf8"),
});
process.stderr.write(stderr);
process.stdout.write(stdout);
process.exitCode = exitCode;
