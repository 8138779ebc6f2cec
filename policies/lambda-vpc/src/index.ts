import { eniConsolidation } from "@lambda-vpc/eni-consolidation";
import { functionNetworking } from "@lambda-vpc/function-networking";
import { assemblePack, type Pack, type PackOptions } from "@lambda-vpc/policy-kit";
import { subnetSizing } from "@lambda-vpc/subnet-sizing";

/** All policies in one pack, with their default configuration. The import has no side effects. */
export const lambdaVpc = {
  name: "lambda-vpc",
  description: "Checks the ENIs, subnets and permissions of Lambda functions in VPCs. Decides at preview.",
  policies: [...eniConsolidation.policies, ...functionNetworking.policies, ...subnetSizing.policies],
} as const satisfies Pack;

/**
 * All policies, configured in code. A pack can contain additional policies.
 *
 * ```ts
 * servePack(lambdaVpcPack({ all: "advisory", shareSecurityGroups: { level: "mandatory", maxSetsPerVpc: 2 } }));
 * ```
 *
 * @throws PackOptionsError if a name, a level or a value is wrong; the message suggests the nearest valid one.
 */
export function lambdaVpcPack(options: PackOptions<typeof lambdaVpc> = {}): Pack {
  return assemblePack(lambdaVpc, options);
}
