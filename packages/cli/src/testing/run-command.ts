import { serveSeeded, type SeededOptions } from "@lambda-vpc/simulated-aws";
import { runCommandLine } from "../command-line";
import type { CommandContext } from "../command/command";

/** What a command wrote until its end. */
export interface WholeRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line to its end, with what it does later. */
export async function runWhole(commandLine: readonly string[], parts: Partial<CommandContext> = {}): Promise<WholeRun> {
  const context: CommandContext = {
    directory: "/",
    today: "2026-12-01",
    input: () => "",
    pulumi: () => 0,
    environment: process.env,
    ...parts,
  };
  let written = runCommandLine(commandLine, context);
  let { stdout, stderr } = written;
  while (written.remaining !== undefined) {
    written = await written.remaining();
    stdout += written.stdout;
    stderr += written.stderr;
  }
  return { exitCode: written.exitCode, stdout, stderr };
}

const credentials = { AWS_ACCESS_KEY_ID: "AKIASIMULATED", AWS_SECRET_ACCESS_KEY: "simulated", AWS_REGION: "us-east-1" };

/** Runs `use` in an environment in which the AWS SDK reads a served account. An empty value removes a variable. */
export async function withAccount<Result>(
  content: object,
  { environment = {}, ...faults }: SeededOptions & { readonly environment?: Readonly<Record<string, string>> },
  use: () => Promise<Result>,
): Promise<Result> {
  const served = await serveSeeded(content, faults);
  const before = { ...process.env };
  const own = {
    AWS_ENDPOINT_URL: served.url,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  };
  process.env = Object.fromEntries(
    Object.entries({ ...before, ...own, ...credentials, ...environment }).filter(([, value]) => value !== ""),
  );
  try {
    return await use();
  } finally {
    process.env = before;
    await served.close();
  }
}
