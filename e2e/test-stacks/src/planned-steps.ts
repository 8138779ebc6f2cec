import type { Program } from "./workspace";

interface PlannedStep {
  readonly op: string;
  readonly urn: string;
}

/** What the next update does to the resources of a type: how often each of the engine's operations. */
export async function plannedSteps(stack: Program): Promise<(type: string) => Readonly<Record<string, number>>> {
  return byType(await nextUpdate(stack));
}

/** The same of the update after a preview. `preview` is its JSON. */
export function plannedBy(preview: string): (type: string) => Readonly<Record<string, number>> {
  return byType(stepsOf(preview));
}

function byType(steps: readonly PlannedStep[]): (type: string) => Readonly<Record<string, number>> {
  return (type) => {
    const operations = Map.groupBy(
      steps.filter(({ urn }) => urn.split("::")[2]?.split("$").at(-1) === type),
      ({ op }) => op,
    );
    return Object.fromEntries([...operations].map(([op, all]) => [op, all.length]));
  };
}

/** What the next update undoes: each resource that it would replace or delete. */
export async function undoneNext(stack: Program): Promise<readonly string[]> {
  return operations(await nextUpdate(stack), UNDOES);
}

/** The same of the update after a preview. `preview` is its JSON. */
export function undoneBy(preview: string): readonly string[] {
  return operations(stepsOf(preview), UNDOES);
}

const UNDOES = /replace|delete/;

/** What the next update does beyond changing what is there: each resource that it would make, replace or delete. */
export async function remadeNext(stack: Program): Promise<readonly string[]> {
  return operations(await nextUpdate(stack), /create|replace|delete/);
}

function operations(steps: readonly PlannedStep[], wanted: RegExp): readonly string[] {
  return steps.filter(({ op }) => wanted.test(op)).map(({ op, urn }) => `${op} ${urn}`);
}

async function nextUpdate(stack: Program): Promise<readonly PlannedStep[]> {
  const { stdout, stderr, exitCode } = await stack.pulumi("preview --json --show-sames");
  if (exitCode !== 0) throw new Error(`preview --json failed: ${stderr}`);
  return stepsOf(stdout);
}

function stepsOf(preview: string): readonly PlannedStep[] {
  return (JSON.parse(preview) as { readonly steps: readonly PlannedStep[] }).steps;
}
