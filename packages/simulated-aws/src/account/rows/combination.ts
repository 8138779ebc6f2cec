import type { VpcConfig } from "./lambda-rows";

/**
 * The key of what one Hyperplane interface serves: one subnet with one whole set of security groups (docs/aws-facts.md#eni-sharing). AWS
 * Support's finder compares the whole sorted lists of groups (docs/aws-facts.md#eni-matching): order does not matter, and a subset does
 * not match. AWS does not document whether the IPv6 flag splits a combination. The finder ignores it, and so does the simulation.
 *
 * @param securityGroupIds sorted, without duplicates, as in `VpcConfig`
 */
export function combinationKey(subnetId: string, securityGroupIds: readonly string[]): string {
  return [subnetId, ...securityGroupIds].join(" ");
}

/** The combinations that a function or version holds: one for each of its subnets. An idle function holds none. */
export function combinationKeys({ vpcConfig, idle }: { readonly vpcConfig?: VpcConfig; readonly idle?: true }): readonly string[] {
  return vpcConfig === undefined || idle === true
    ? []
    : vpcConfig.subnetIds.map((subnetId) => combinationKey(subnetId, vpcConfig.securityGroupIds));
}
