import { given, type StackResource } from "./stack-resource";
import { elements, UNKNOWN } from "./value";

/** The type token of the `Network` component, which lays out a VPC's subnets. */
export const networkType = "lambda-vpc:index:Network";

/**
 * Whether a subnet is internal to a `Network` component. The component outputs only the subnets whose ranges are in `subnetCidrBlocks`. Subnets
 * for NAT gateways are not among them. The ranges are known before the ids.
 */
export function isInternalSubnet(parent: StackResource | undefined, child: StackResource): boolean {
  if (parent?.type !== networkType) return false;
  const ranges = elements(parent.outputs["subnetCidrBlocks"]);
  const range = given(child, "cidrBlock");
  return ranges !== UNKNOWN && ranges.length > 0 && typeof range === "string" && !ranges.includes(range);
}
