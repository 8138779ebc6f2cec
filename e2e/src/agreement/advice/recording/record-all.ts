import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import type { ProgramDescription } from "../description/program-description";

/** What became of the programs of all pages and cases. */
export interface Recordings {
  readonly programs: Readonly<Record<string, ProgramDescription>>;
  /** Why the others cannot be recorded, by name. */
  readonly unrecordable: Readonly<Record<string, string>>;
}

/** Records all of them in a separate process: the SDK has one mock of the engine for a process. */
export async function recordAll(): Promise<Recordings> {
  const scratch = join(repositoryRoot, ".state/advice");
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "recorded-"));
  const file = join(folder, "recordings.json");
  try {
    await promisify(execFile)(process.execPath, [join(__dirname, "main.js"), file], { timeout: 240_000, maxBuffer: 2 ** 24 });
    return JSON.parse(readFileSync(file, "utf8")) as Recordings;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
