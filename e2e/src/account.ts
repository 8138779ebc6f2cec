import type { Engine } from "@lambda-vpc/engine";

/** What the simulated account says of one network interface; only what these tests read. */
interface NetworkInterface {
  readonly subnet: string;
  readonly securityGroups: readonly string[];
}

/** The combinations that the account's network interfaces stand for. */
export async function heldCombinations(engine: Engine): Promise<number> {
  const { stdout, stderr, exitCode } = await engine.simulatedAws(["enis", "--json"]);
  if (exitCode !== 0) throw new Error(`enis --json failed: ${stderr}`);
  const interfaces = JSON.parse(stdout) as readonly NetworkInterface[];
  return new Set(interfaces.map(({ subnet, securityGroups }) => [subnet, ...securityGroups].join(" "))).size;
}
