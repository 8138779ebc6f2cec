import { eniConsolidation } from "@lambda-vpc/eni-consolidation";
import { functionNetworking } from "@lambda-vpc/function-networking";
import { assemblePack, type Pack, type PackOptions } from "@lambda-vpc/policy-kit";
import { subnetSizing } from "@lambda-vpc/subnet-sizing";

/** Every policy of ours in one pack, as each comes. Importing it starts nothing. */
export const lambdaVpc = {
  name: "lambda-vpc",
  description: "Keeps the networks of Lambda functions small and deployable, decided at preview.",
  policies: [...eniConsolidation.policies, ...functionNetworking.policies, ...subnetSizing.policies],
} as const satisfies Pack;

/**
 * Every policy of ours, set up in code; policies of your own may run beside them.
 *
 * ```ts
 * servePack(lambdaVpcPack({ all: "advisory", shareSecurityGroups: { level: "mandatory", maxSetsPerVpc: 2 } }));
 * ```
 *
 * @throws PackOptionsError when a name, a level or a value is wrong, with the nearest right one.
 */
export function lambdaVpcPack(options: PackOptions<typeof lambdaVpc> = {}): Pack {
  return assemblePack(lambdaVpc, options);
}
