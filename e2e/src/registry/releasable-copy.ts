import { runProcess } from "@lambda-vpc/engine";
import { outsideOfScripts } from "@lambda-vpc/release";
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { printed, repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

/** A copy of this repository with a separate history, in which a release may commit and tag. */
export interface ReleasableCopy {
  /** Appends a line to a file there and commits that. */
  change(file: string, line: string, message: string): Promise<void>;
  /** Runs `nx release`. Gives what it printed. @throws Error where it fails. */
  release(commandLine: string, environment?: Readonly<Record<string, string>>): Promise<string>;
  /** Its tags, in order. */
  tags(): Promise<readonly string[]>;
}

const author = { GIT_AUTHOR_NAME: "A", GIT_AUTHOR_EMAIL: "a@example.com", GIT_COMMITTER_NAME: "A", GIT_COMMITTER_EMAIL: "a@example.com" };

/** Copies the repository as it lies here, built and with its uncommitted files, to `folder`. Installed libraries are links to those here. */
export async function releasableCopy(folder: string): Promise<ReleasableCopy> {
  const run = async (executable: string, commandLine: readonly string[], environment = {}, workingDirectory = folder): Promise<string> => {
    const variables = { ...outsideOfScripts(), ...author, NX_DAEMON: "false", NX_NO_CLOUD: "true", ...environment };
    const result = await runProcess({ executable, commandLine, workingDirectory, environment: variables, timeoutSeconds: 240 });
    if (result.exitCode !== 0) throw new Error(`${executable} ${commandLine.join(" ")} ended with ${result.exitCode}:\n${printed(result)}`);
    return result.stdout;
  };
  const listed = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {}, repositoryRoot);
  const files = listed.split("\0").filter((file) => file !== "" && existsSync(join(repositoryRoot, file)));
  const built = files.filter((file) => file.endsWith("/package.json")).map((file) => join(dirname(file), "dist"));
  for (const path of [...files, ...built.filter((dist) => existsSync(join(repositoryRoot, dist))), "node_modules/@lambda-vpc"])
    cpSync(join(repositoryRoot, path), join(folder, path), { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  for (const library of readdirSync(join(repositoryRoot, "node_modules")).filter((name) => name !== "@lambda-vpc"))
    symlinkSync(join(repositoryRoot, "node_modules", library), join(folder, "node_modules", library));

  const commit = async (message: string): Promise<void> => {
    await run("git", ["add", "--all"]);
    await run("git", ["commit", "--quiet", "--message", message]);
  };
  await run("git", ["init", "--quiet", "--initial-branch=main"]);
  await commit("Start");
  return {
    change: async (file, line, message) => {
      appendFileSync(join(folder, file), `${line}\n`);
      await commit(message);
    },
    release: (commandLine, environment) =>
      run(join(folder, "node_modules/.bin/nx"), ["release", ...commandLine.split(" ").filter((word) => word !== "")], environment),
    tags: async () => (await run("git", ["tag", "--list"])).trim().split("\n").sort(),
  };
}
