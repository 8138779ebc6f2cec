import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const command = join(repositoryRoot, "packages/cli/dist/main.js");

/** Runs the command `lambda-vpc` in a folder to its end, with a text on its standard input or with none. */
export function lambdaVpc(at: string | { readonly folder: string; readonly input: string }, ...commandLine: readonly string[]): Ended {
  const { folder, input } = typeof at === "string" ? { folder: at, input: "" } : at;
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...commandLine], {
    cwd: folder,
    input,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { exitCode: status, stdout, stderr };
}
