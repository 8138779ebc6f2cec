import type { ProcessResult } from "@lambda-vpc/engine";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Program, repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

/** A configuration without margins: what is refused is what AWS would refuse. */
export const noMargins = { "subnet-has-room": { headroom: 0 }, assumptions: { changeover: 0, growth: 0, connections: [] } };

/** A preview under the pack of subnet sizing, with its defaults where no configuration is given. */
export function previewSizing(program: Program, configuration: object = {}): Promise<ProcessResult> {
  const file = join(program.folder, "policy-configuration.json");
  writeFileSync(file, JSON.stringify(configuration));
  return program.pulumi("preview", "--policy-pack", join(repositoryRoot, "policies/subnet-sizing"), "--policy-pack-config", file);
}

/** The subnets that subnet-has-room refuses, by name. */
export function refusedSubnets({ stdout }: ProcessResult): readonly string[] {
  const found = stdout.matchAll(/\[mandatory\]\s+(?:\[severity: \w+\]\s+)?subnet-has-room\s+\(aws:ec2:Subnet: (?<subnet>[\w-]+)\)/g);
  return [...found].map(({ groups }) => groups?.["subnet"] ?? "").sort();
}
