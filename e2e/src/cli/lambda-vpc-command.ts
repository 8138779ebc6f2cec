import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command `lambda-vpc` in `folder` to its end. */
export function lambdaVpc(folder: string, ...commandLine: readonly string[]): Ended {
  const command = join(repositoryRoot, "packages/cli/dist/main.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...commandLine], {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { exitCode: status, stdout, stderr };
}
