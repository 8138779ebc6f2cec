import type { Pack } from "@lambda-vpc/policy-kit";

/** `PulumiPolicy.yaml`, by which the engine knows a folder as a pack. A JSON string is a YAML string. */
export function pulumiPolicyYaml({ description }: Pack): string {
  return `runtime: nodejs\ndescription: ${JSON.stringify(description)}\n`;
}
