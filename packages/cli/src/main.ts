import "./require-node";
import { readFileSync } from "node:fs";
import { runCommandLine } from "./command-line";
import { exitCodes } from "./command/exit-codes";
import type { Written } from "./command/outcome";
import { printable } from "@lambda-vpc/policy-kit";
import { pulumiOutput, runPulumi } from "./preview/run-pulumi";

/** Undefined if it was deleted while this shell was in it. */
function workingDirectory(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

/** A reader such as `head` may close its end early. That is not an error of this command. */
function writeTo(stream: NodeJS.WriteStream, text: string): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  stream.write(text);
}

/** Replaces the line of a terminal in which the cursor is. A line that is too long would stay when it is replaced. */
function showStatus(line: string): void {
  process.stderr.write(`\r\u001b[2K${printable(line).slice(0, Math.max(0, process.stderr.columns - 1))}`);
}

const directory = workingDirectory();
const first: Written =
  directory === undefined
    ? { exitCode: exitCodes.missing, stdout: "", stderr: "The working directory was not found. Change to another folder.\n" }
    : runCommandLine(process.argv.slice(2), {
        directory,
        today: new Date().toISOString().slice(0, 10),
        input: () => readFileSync(0),
        pulumi: runPulumi,
        pulumiOutput,
        environment: process.env,
        ...(process.stderr.isTTY
          ? { progress: (line: string) => void process.stderr.write(`${printable(line)}\n`), status: showStatus }
          : {}),
        ...(process.stdout.isTTY ? { terminal: true, ...(process.stdout.hasColors() ? { colors: true } : {}) } : {}),
      });

/** Writes what a command prints. Its exit code is that of what it does last. */
async function writeAll({ exitCode, stdout, stderr, remaining }: Written): Promise<void> {
  writeTo(process.stderr, stderr);
  writeTo(process.stdout, stdout);
  process.exitCode = exitCode;
  if (remaining !== undefined) await writeAll(await remaining());
}

void writeAll(first);
