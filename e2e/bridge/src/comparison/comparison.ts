import { join } from "node:path";
import { repositoryAt } from "@lambda-vpc/engine";
import { fixtures, withWorkspace } from "@lambda-vpc/test-stacks/workspace";
import { comparable } from "./comparable";
import { describeDifference, differencesBetween } from "./difference";
import type { GeneratedProgram } from "../programs/generated-program";
import { type Sighting, sightings } from "./sighting";

/** The network that is there before the program, for simulated AWS; the bridge's provider asks no one whether it is. */
const network = join(fixtures, "network.json");

/**
 * Runs a program and its second version over the provider on the bridge and over simulated AWS and returns a line for each difference in what policies
 * received.
 *
 * @throws Error with the output if either provider refuses the program.
 */
export async function compare(
  program: GeneratedProgram,
  bridgeFolder: string,
  simulationFolder = repositoryAt().providerFolder,
): Promise<readonly string[]> {
  const [bridge, simulation] = await Promise.all([run(program, bridgeFolder), run(program, simulationFolder)]);
  return (["first", "second"] as const).flatMap((version) =>
    differencesBetween(bridge[version], simulation[version]).map((difference) => `${version} version, ${describeDifference(difference)}`),
  );
}

type Run = Readonly<Record<"first" | "second", readonly Sighting[]>>;

async function run({ first, second }: GeneratedProgram, providerFolder: string): Promise<Run> {
  return withWorkspace(async (workspace) => {
    const seeded = await workspace.engine.simulatedAws(["seed", network]);
    if (seeded.exitCode !== 0) throw new Error(`seed failed: ${seeded.stderr}`);
    const program = await workspace.program("01-a-group-per-function", () => first);
    const created = await sightings(workspace, program, providerFolder);
    program.edit(() => second);
    const updated = await sightings(workspace, program, providerFolder);
    return { first: comparable(created), second: comparable(updated) };
  });
}
