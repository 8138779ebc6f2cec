import { openEngine } from "@lambda-vpc/engine";
import { cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { type PreviewBench, measurePreview } from "./preview";
import { progress } from "./progress";
import { median, medianRatio } from "./statistics";

const programs = resolve(__dirname, "../programs");

/**
 * Compares the preview of this package's functions in its network with the preview of the same resources without components, in turn, in one run. A component is
 * one more resource for the engine, so the program without components has components too. Throws if the two programs do not have the same resources.
 */
export async function measureComponents(scratch: string, functions: number, rounds: number): Promise<Record<string, number>> {
  const engine = await openEngine({ stateDirectory: join(scratch, "components-state") });
  const bench = (name: string): PreviewBench => ({ engine, program: join(scratch, name), functions, scratch });
  const [ours, byHand] = [bench("components"), bench("by-hand")];
  try {
    for (const { program } of [ours, byHand]) {
      cpSync(join(programs, program.slice(scratch.length)), program, { recursive: true });
      await engine.pulumi(["-C", program, "--non-interactive", "stack", "init", "bench"]);
    }
    const [made, written] = [await plannedTypes(ours), await plannedTypes(byHand)];
    if (made.join() !== written.join())
      throw new Error("bench/programs/by-hand does not write what our components make: bring it up to date.");
    const wall = { ours: [] as number[], byHand: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      progress(`components, round ${round + 1} of ${rounds}`);
      wall.ours.push((await measurePreview(ours, [], false)).wall);
      wall.byHand.push((await measurePreview(byHand, [], false)).wall);
    }
    return {
      [`preview of ${functions} functions of ours (ms)`]: median(wall.ours),
      "preview of the same resources by hand (ms)": median(wall.byHand),
      "preview, our components / by hand": medianRatio(wall.ours, wall.byHand),
    };
  } finally {
    await engine.close();
  }
}

/** The types of all resources that a preview plans, one for each, sorted; components of whatever package alike. */
async function plannedTypes({ engine, program, functions }: PreviewBench): Promise<readonly string[]> {
  const { stdout, stderr, exitCode } = await engine.pulumi(["-C", program, "--non-interactive", "preview", "--stack", "bench", "--json"], {
    environment: { FUNCTIONS: String(functions) },
  });
  if (exitCode !== 0) throw new Error(`preview --json failed: ${stderr.slice(-2000)}`);
  const { steps } = JSON.parse(stdout) as { readonly steps: readonly { readonly urn: string }[] };
  const types = steps.map(({ urn }) => urn.split("::")[2]?.split("$").at(-1) ?? "");
  return types.map((type) => (type.startsWith("aws:") ? type : "component")).sort();
}
