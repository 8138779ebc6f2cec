import type { Key, Network } from "@lambda-vpc/model";
import { type Change, inOrder, inUpdates, type Step } from "@lambda-vpc/policy-kit";

/** A function with the subnets that it is to use. */
export interface Move {
  readonly consumer: Key;
  readonly subnets: readonly Key[];
}

/** The change that gives each function its subnets, one step for functions with the same subnets. Undefined if one of them gets none. */
export function moveFunctions(network: Network, moves: readonly Move[]): Change | undefined {
  const steps = [...Map.groupBy(moves, ({ subnets }) => subnets.join(" ")).values()].map((same): Step => {
    return { step: "set-vpc-config", functions: same.map(({ consumer }) => consumer), subnets: same[0]?.subnets ?? [] };
  });
  const [first, ...more] = steps;
  if (first === undefined || moves.some(({ subnets }) => subnets.length === 0)) return undefined;
  return inOrder(
    inUpdates(
      network,
      moves.map(({ consumer }) => consumer),
      [first, ...more],
    ),
  );
}
