import { expect } from "@jest/globals";
import type { ProcessResult } from "@lambda-vpc/engine";
import { printed, type Program, type Workspace } from "./workspace";

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

/** The stack while AWS takes its time, at this scale: only then can a role go before Lambda has deleted the ENIs that need it. */
export function inScaledTime({ engine }: Workspace, stack: Program, scale: number): Program {
  const environment = { SIMULATED_AWS_TIME_SCALE: String(scale) };
  return {
    ...stack,
    pulumi: (command, ...rest) => engine.pulumi(["--non-interactive", "-C", stack.folder, ...command.split(" "), ...rest], { environment }),
  };
}
