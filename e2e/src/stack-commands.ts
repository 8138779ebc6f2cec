import { expect } from "@jest/globals";
import type { ProcessResult } from "@lambda-vpc/engine";
import { printed, type Program } from "./workspace";

/** Runs a command that must succeed: whoever reads a failure sees what it printed. */
export async function succeeds(stack: Program, command: string, ...rest: readonly string[]): Promise<ProcessResult> {
  const result = await stack.pulumi(command, ...rest);
  expect({ exitCode: result.exitCode, output: result.exitCode === 0 ? "" : printed(result) }).toEqual({ exitCode: 0, output: "" });
  return result;
}

/** What the stack exports under a name. */
export async function stackOutput(stack: Program, name: string): Promise<unknown> {
  return JSON.parse((await succeeds(stack, "stack output --json", name)).stdout);
}
