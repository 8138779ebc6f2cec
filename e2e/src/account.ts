import type { Engine } from "@lambda-vpc/engine";

/** What the simulated account says of one network interface; only what these tests read. */
interface NetworkInterface {
  readonly subnet: string;
  readonly interfaceType: string;
  readonly securityGroups: readonly string[];
}

/** The combinations that the account's network interfaces stand for: Lambda's alone do. */
export async function heldCombinations(engine: Engine): Promise<number> {
  const { stdout, stderr, exitCode } = await engine.simulatedAws(["enis", "--json"]);
  if (exitCode !== 0) throw new Error(`enis --json failed: ${stderr}`);
  const interfaces = JSON.parse(stdout) as readonly NetworkInterface[];
  const shared = interfaces.filter(({ interfaceType }) => interfaceType === "lambda");
  return new Set(shared.map(({ subnet, securityGroups }) => [subnet, ...securityGroups].join(" "))).size;
}
