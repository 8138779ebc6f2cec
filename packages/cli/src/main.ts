import "./require-node";
import { readFileSync } from "node:fs";
import { runCommandLine } from "./command-line";
import { runPulumi } from "./preview/run-pulumi";

const { exitCode, stdout, stderr } = runCommandLine(process.argv.slice(2), {
  directory: process.cwd(),
  today: new Date().toISOString().slice(0, 10),
  input: () => readFileSync(0, "utf8"),
  pulumi: runPulumi,
});
process.stderr.write(stderr);
process.stdout.write(stdout);
process.exitCode = exitCode;
