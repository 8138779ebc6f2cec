import type { ProcessResult } from "@lambda-vpc/engine";
import type { Properties } from "./json";
import { type ExampleProgram, printed, type Program } from "./workspace";

/** Runs a command that must succeed. Throws what it printed if it fails, without jest: programs such as `npm run bridge` call it too. */
export async function succeeds(stack: Program, command: string, ...rest: readonly string[]): Promise<ProcessResult> {
  const result = await stack.pulumi(command, ...rest);
  if (result.exitCode !== 0) throw new Error(`pulumi ${[command, ...rest].join(" ")} ended with ${result.exitCode}:\n${printed(result)}`);
  return result;
}

/** What the stack exports under a name. */
export async function stackOutput(stack: Program, name: string): Promise<unknown> {
  return JSON.parse((await succeeds(stack, "stack output --json", name)).stdout);
}

/** What the engine keeps of one resource; only what these tests read. */
export interface ExportedResource {
  readonly urn: string;
  readonly type: string;
  readonly dependencies?: readonly string[];
  readonly inputs?: Properties;
  readonly outputs?: Properties;
}

/** The resources of a stack as the engine keeps them. */
export async function exportedResources(stack: Program): Promise<readonly ExportedResource[]> {
  const { deployment } = JSON.parse((await succeeds(stack, "stack export")).stdout) as {
    readonly deployment: { readonly resources: readonly ExportedResource[] };
  };
  return deployment.resources;
}

/** The stack while AWS takes its time, at this scale: only then can a role go before Lambda has deleted the ENIs that need it. */
export function inScaledTime(stack: ExampleProgram, scale: number): Program {
  return stack.with({ SIMULATED_AWS_TIME_SCALE: String(scale) });
}
