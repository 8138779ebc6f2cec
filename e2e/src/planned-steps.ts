import type { Program } from "./workspace";

interface PlannedStep {
  readonly op: string;
  readonly urn: string;
}

/** What the next update does to the resources of a type: how often each of the engine's operations. */
export async function plannedSteps(stack: Program): Promise<(type: string) => Readonly<Record<string, number>>> {
  const { stdout, stderr, exitCode } = await stack.pulumi("preview --json --show-sames");
  if (exitCode !== 0) throw new Error(`preview --json failed: ${stderr}`);
  const { steps } = JSON.parse(stdout) as { readonly steps: readonly PlannedStep[] };
  return (type) => {
    const operations = Map.groupBy(
      steps.filter(({ urn }) => urn.split("::")[2]?.split("$").at(-1) === type),
      ({ op }) => op,
    );
    return Object.fromEntries([...operations].map(([op, all]) => [op, all.length]));
  };
}
