import { given, type StackResource } from "./stack-resource";
import { elements, UNKNOWN } from "./value";

/** Type token of our component that lays out a VPC's subnets. */
export const networkType = "lambda-vpc:index:Network";

/**
 * Whether a network of ours keeps one of its subnets to itself: one that holds NAT gateways is not among those whose ranges it tells, and only these
 * does it hand out. The ranges are known before the ids.
 */
export function isInternalSubnet(parent: StackResource | undefined, child: StackResource): boolean {
  if (parent?.type !== networkType) return false;
  const ranges = elements(parent.outputs["subnetCidrBlocks"]);
  const range = given(child, "cidrBlock");
  return ranges !== UNKNOWN && ranges.length > 0 && typeof range === "string" && !ranges.includes(range);
}
