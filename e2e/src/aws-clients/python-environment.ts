import { searchContext } from "@lambda-vpc/engine";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** The Python programs of these tests, and the packages that they need. */
export const programs = join(repositoryRoot, "e2e/aws-clients");

/** The folder of the environment: outside the tree, next to the engines, with a name that changes with the packages. */
function environmentFolder(): string {
  const requirements = readFileSync(join(programs, "requirements.txt"));
  const name = createHash("sha256").update(requirements).digest("hex").slice(0, 12);
  return join(dirname(searchContext(process.env).cacheFolder), "python", name);
}

/**
 * The folder with `python` and `aws`, which are installed the first time. That takes a minute and needs a package index, so it is undefined
 * unless `AWS_CLIENTS` is `install`.
 */
export function pythonEnvironment(): string | undefined {
  if (process.env["AWS_CLIENTS"] !== "install") return undefined;
  const folder = environmentFolder();
  if (!existsSync(folder)) create(folder);
  return join(folder, "bin");
}

/** Creates the environment under another name first, so that an interrupted installation is not used. */
function create(folder: string): void {
  const unfinished = `${folder}.${process.pid}`;
  try {
    run("python3", ["-m", "venv", "--copies", unfinished]);
    run(join(unfinished, "bin/python"), ["-m", "pip", "install", "--quiet", "-r", join(programs, "requirements.txt")]);
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function run(executable: string, commandLine: readonly string[]): void {
  const { status, error } = spawnSync(executable, commandLine, { stdio: ["ignore", "inherit", "inherit"], timeout: 600_000 });
  if (status !== 0) throw new Error(`${executable} ${commandLine.join(" ")} failed: ${error?.message ?? `exit code ${status ?? "none"}`}`);
}
