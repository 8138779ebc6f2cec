import type { LambdaVpcArgs } from "./lambda-vpc-args";

/** How messages name an argument of the network, such as `network.nat`, or `nat of the network` if others use the network too. */
export function placeIn({ existingNetwork }: LambdaVpcArgs, argument: string): string {
  return existingNetwork === undefined ? `network.${argument}` : `${argument} of the network`;
}
