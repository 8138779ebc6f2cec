import { resourceName } from "@lambda-vpc/model";
import { fixtures, type Program, printed, withWorkspace, type Workspace } from "@lambda-vpc/test-stacks/workspace";
import { wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { policyEvents, streamingEvents } from "@lambda-vpc/test-stacks/policy-events";
import { join } from "node:path";
import { type FunctionDescription, refusalsProgram } from "./refusals-program";

/** What the pack reports about functions, and what the account does with them; by name. */
export interface Judgement {
  /** The functions with a mandatory finding at the first preview, and their policies. */
  readonly refused: ReadonlyMap<string, readonly string[]>;
  /** The same at a preview after the update, in which all that was accepted exists. */
  readonly refusedAgain: ReadonlyMap<string, readonly string[]>;
  /** The functions that exist after the update, and whose distribution exists if they have one. */
  readonly made: ReadonlySet<string>;
  /** What the update printed, for the report of a failure. */
  readonly output: string;
}

/** Previews and deploys the functions, and previews them again. */
export function judge(functions: readonly FunctionDescription[]): Promise<Judgement> {
  return withWorkspace(async (workspace) => {
    const seeded = await workspace.engine.simulatedAws(["seed", join(fixtures, "network.json")]);
    if (seeded.exitCode !== 0) throw new Error(`seed failed: ${seeded.stderr}`);
    const stack = await workspace.hosted("02-one-shared-configuration", () => refusalsProgram(functions));
    const refused = await mandatoryFindings(workspace, stack);
    const up = await stack.pulumi("up --yes --skip-preview --continue-on-error");
    const { stdout } = await stack.pulumi("stack export");
    const exists = (type: string, name: string): boolean => stdout.includes(`::${type}::${name}"`);
    const made = functions.filter(
      ({ name, edge }) =>
        exists("aws:lambda/function:Function", name) && (!edge || exists("aws:cloudfront/distribution:Distribution", name)),
    );
    return {
      refused,
      refusedAgain: await mandatoryFindings(workspace, stack),
      made: new Set(made.map(({ name }) => name)),
      output: printed(up),
    };
  });
}

/** The policies with a mandatory finding about each resource: an event for each finding (docs/engine-facts.md#streaming-preview). */
async function mandatoryFindings({ engine }: Workspace, stack: Program): Promise<ReadonlyMap<string, readonly string[]>> {
  const { stdout, stderr } = await engine.pulumi(
    ["-C", stack.folder, "--non-interactive", "preview", "--json", ...withPack(stack, undefined, wholePack)],
    { environment: streamingEvents },
  );
  const events = policyEvents(stdout);
  if (!stdout.includes('"summaryEvent"') && events.length === 0) throw new Error(`the preview failed: ${stdout}\n${stderr}`);
  const mandatory = events.filter(({ enforcementLevel }) => enforcementLevel === "mandatory");
  const byName = Map.groupBy(mandatory, ({ resourceUrn }) => resourceName(resourceUrn));
  return new Map([...byName].map(([name, found]) => [name, found.map(({ policyName }) => policyName).sort()]));
}
