import { type Engine, openEngine, type ProcessResult } from "@lambda-vpc/engine";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { javaScriptOf } from "./compile";
import { openProgramHost, type ProgramHost } from "./program-host";

export const repositoryRoot = resolve(__dirname, "../../..");

/** Packs, components and accounts that tests of several projects use. */
export const fixtures = join(repositoryRoot, "e2e/test-stacks/fixtures");

/** Where tests keep accounts, stacks and copies of programs: inside the tree, so that programs find their packages, and git-ignored. */
const scratch = join(repositoryRoot, ".state/e2e");

/** One account with one engine over it, and copies of programs that run there. */
export interface Workspace {
  readonly engine: Engine;
  readonly folder: string;
  /** A copy of an example, with its program changed by `change`, and a stack `dev` in it. The engine runs it as a user's engine does. */
  program(example: string, change?: Change): Promise<ExampleProgram>;
  /** The same, with all runs of all programs in one process, which takes a quarter of the time. */
  hosted(example: string, change?: Change): Promise<ExampleProgram>;
}

type Change = (source: string) => string;

/** A program with an empty stack `dev`. */
export interface Program {
  readonly folder: string;
  pulumi(command: string, ...rest: readonly string[]): Promise<ProcessResult>;
  edit(change: Change): void;
}

/** A program whose commands can run with variables. */
export interface ExampleProgram extends Program {
  with(environment: Readonly<Record<string, string>>): ExampleProgram;
}

/** Runs `use` in a separate workspace. Its processes are ended and its files are removed afterwards. */
export async function withWorkspace<T>(use: (workspace: Workspace) => Promise<T>): Promise<T> {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "workspace-"));
  const engine = await openEngine({ stateDirectory: join(folder, "state"), timeoutSeconds: 120 });
  const host = openProgramHost();
  try {
    return await use({
      engine,
      folder,
      program: (example, change) => prepare({ engine, folder: copyOf(folder, example) }, change),
      hosted: (example, change) => prepare({ engine, folder: copyOf(folder, example), host }, change),
    });
  } finally {
    await engine.close();
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where a program is, and what runs it. */
interface Place {
  readonly engine: Engine;
  readonly folder: string;
  /** Absent if the engine starts a process for each run. */
  readonly host?: ProgramHost;
}

function copyOf(workspace: string, example: string): string {
  const folder = mkdtempSync(join(workspace, "program-"));
  cpSync(join(repositoryRoot, "examples", example), folder, {
    recursive: true,
    filter: (path) => !/Pulumi\.[^/]+\.yaml$|node_modules/.test(path),
  });
  return folder;
}

async function prepare(place: Place, change: Change = (source) => source): Promise<ExampleProgram> {
  const program = programIn(place, {});
  program.edit(change);
  const made = await program.pulumi("stack init dev");
  if (made.exitCode !== 0) throw new Error(`stack init failed: ${made.stderr}`);
  return program;
}

function programIn(place: Place, environment: Readonly<Record<string, string>>): ExampleProgram {
  const { engine, folder } = place;
  const file = join(folder, "index.ts");
  return {
    folder,
    async pulumi(command, ...rest) {
      const hosting = RUNS_PROGRAM.test(command) ? await hostingFlags(place, environment) : [];
      return engine.pulumi(["--non-interactive", "-C", folder, ...command.split(" "), ...rest, ...hosting], { environment });
    },
    edit: (edit) => writeFileSync(file, edit(readFileSync(file, "utf8"))),
    with: (variables) => programIn(place, { ...environment, ...variables }),
  };
}

const RUNS_PROGRAM = /^(preview|up)\b/;

async function hostingFlags({ folder, host }: Place, environment: Readonly<Record<string, string>>): Promise<readonly string[]> {
  if (host === undefined) return [];
  const [source, file] = [join(folder, "index.ts"), join(folder, "index.js")];
  writeFileSync(file, javaScriptOf(readFileSync(source, "utf8")));
  return host.host({ file, environment });
}

/** What a run printed, for assertions and for the report of a failure. */
export function printed({ stdout, stderr }: ProcessResult): string {
  return `${stdout}\n${stderr}`;
}
