import type { Engine } from "@lambda-vpc/engine";

/** A network interface of the simulated account, with the properties that these tests read. */
interface NetworkInterface {
  readonly subnet: string;
  readonly interfaceType: string;
  readonly securityGroups: readonly string[];
  readonly orphaned: boolean;
  readonly heldBy: readonly string[];
}

/** The combinations that the account's network interfaces stand for: Lambda's alone do. */
export async function heldCombinations(engine: Engine): Promise<number> {
  const shared = (await networkInterfaces(engine)).filter(({ interfaceType }) => interfaceType === "lambda");
  return new Set(shared.map(({ subnet, securityGroups }) => [subnet, ...securityGroups].join(" "))).size;
}

/** The functions, by name, and published versions, as `NAME:VERSION`, that hold network interfaces of Lambda's. */
export async function holders(engine: Engine): Promise<readonly string[]> {
  const shared = (await networkInterfaces(engine)).filter(({ interfaceType }) => interfaceType === "lambda");
  return [...new Set(shared.flatMap(({ heldBy }) => heldBy))].sort();
}

/** The number of network interfaces that Lambda can no longer delete, because their role was deleted first. */
export async function orphanedInterfaces(engine: Engine): Promise<number> {
  return (await networkInterfaces(engine)).filter(({ orphaned }) => orphaned).length;
}

async function networkInterfaces(engine: Engine): Promise<readonly NetworkInterface[]> {
  const { stdout, stderr, exitCode } = await engine.simulatedAws(["enis", "--json"]);
  if (exitCode !== 0) throw new Error(`enis --json failed: ${stderr}`);
  return JSON.parse(stdout) as readonly NetworkInterface[];
}
