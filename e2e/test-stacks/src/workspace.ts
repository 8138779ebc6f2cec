import { type Engine, openEngine, type ProcessResult } from "@lambda-vpc/engine";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const repositoryRoot = resolve(__dirname, "../../..");

/** Packs, components and accounts that tests of several projects use. */
export const fixtures = join(repositoryRoot, "e2e/test-stacks/fixtures");

/** Where tests keep accounts, stacks and copies of programs: inside the tree, so that programs find their packages, and git-ignored. */
const scratch = join(repositoryRoot, ".state/e2e");

/** One account with one engine over it, and copies of programs that run there. */
export interface Workspace {
  readonly engine: Engine;
  readonly folder: string;
  /** A copy of an example, with its program changed by `change`, and a stack `dev` in it. */
  program(example: string, change?: (source: string) => string): Promise<Program>;
}

/** A program with an empty stack `dev`. */
export interface Program {
  readonly folder: string;
  pulumi(command: string, ...rest: readonly string[]): Promise<ProcessResult>;
  edit(change: (source: string) => string): void;
}

/** Runs `use` in a separate workspace. Its processes are ended and its files are removed afterwards. */
export async function withWorkspace<T>(use: (workspace: Workspace) => Promise<T>): Promise<T> {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "workspace-"));
  const engine = await openEngine({ stateDirectory: join(folder, "state"), timeoutSeconds: 120 });
  try {
    return await use({ engine, folder, program: (example, change) => prepare(engine, folder, example, change) });
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare(engine: Engine, workspace: string, example: string, change = (source: string): string => source): Promise<Program> {
  const folder = mkdtempSync(join(workspace, "program-"));
  cpSync(join(repositoryRoot, "examples", example), folder, {
    recursive: true,
    filter: (path) => !/Pulumi\.[^/]+\.yaml$|node_modules/.test(path),
  });
  const file = join(folder, "index.ts");
  const program: Program = {
    folder,
    pulumi: (command, ...rest) => engine.pulumi(["--non-interactive", "-C", folder, ...command.split(" "), ...rest]),
    edit: (edit) => writeFileSync(file, edit(readFileSync(file, "utf8"))),
  };
  program.edit(change);
  const made = await program.pulumi("stack init dev");
  if (made.exitCode !== 0) throw new Error(`stack init failed: ${made.stderr}`);
  return program;
}

/** What a run printed, for assertions and for the report of a failure. */
export function printed({ stdout, stderr }: ProcessResult): string {
  return `${stdout}\n${stderr}`;
}
