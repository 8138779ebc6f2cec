import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The command that serves, as users start it. */
export const command = join(repositoryRoot, "packages/simulated-aws/dist/command.js");

/** Serves an account in a process while `use` runs. */
export async function withServedProcess<Result>(
  account: string,
  options: readonly string[],
  use: (url: string, server: ChildProcess) => Promise<Result>,
): Promise<Result> {
  const environment = { ...process.env, SIMULATED_AWS_ACCOUNT: account };
  const server = spawn(process.execPath, [command, "serve", ...options], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
  try {
    return await use(await firstLine(server), server);
  } finally {
    if (server.kill()) await once(server, "exit");
  }
}

/** The first line that a process prints. Rejects if it ends without one. */
export async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("The output of the process is not read");
  const lines = createInterface(stdout);
  const [line] = (await Promise.race([once(lines, "line"), once(lines, "close").then(() => [])])) as readonly string[];
  lines.close();
  if (line === undefined) throw new Error("The process ended without a line");
  return line;
}
