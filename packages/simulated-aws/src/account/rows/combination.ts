import type { VpcConfig } from "./lambda-rows";

/**
 * What one Hyperplane interface serves: one subnet with one whole set of security groups (docs/aws-facts.md#eni-sharing). AWS Support's own finder compares the
 * sorted lists of groups whole (docs/aws-facts.md#eni-matching): order never matters, a subset is not a match. Whether the IPv6 flag splits a
 * combination is not documented; the finder ignores it, and so do we.
 *
 * @param securityGroupIds sorted, nothing twice, as `VpcConfig` has them
 */
export function combinationKey(subnetId: string, securityGroupIds: readonly string[]): string {
  return [subnetId, ...securityGroupIds].join(" ");
}

/** Every combination that a function or version holds: one for each of its subnets. */
export function combinationKeys({ vpcConfig }: { readonly vpcConfig?: VpcConfig }): readonly string[] {
  return vpcConfig === undefined ? [] : vpcConfig.subnetIds.map((subnetId) => combinationKey(subnetId, vpcConfig.securityGroupIds));
}
