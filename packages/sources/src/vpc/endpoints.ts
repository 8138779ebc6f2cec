import type { Key } from "@lambda-vpc/model";
import type { Stack } from "../stack/stack";

/** How resources name the VPC that they give a way to services. */
const vpcProperty: Readonly<Record<string, string>> = {
  "aws:ec2/vpcEndpoint:VpcEndpoint": "vpcId",
  "aws:vpclattice/serviceNetworkVpcAssociation:ServiceNetworkVpcAssociation": "vpcIdentifier",
  "aws-native:vpclattice:ServiceNetworkVpcAssociation": "vpcIdentifier",
};

/**
 * The VPCs with a way to services that needs no route that the stack writes: an endpoint of any type, or an association with a service network of VPC
 * Lattice. One whose VPC is unknown counts for every VPC.
 */
export function vpcsWithEndpoints(stack: Stack): ReadonlySet<Key> {
  const all = stack.ofKind("vpc").map(({ urn }) => urn);
  return new Set(
    stack.resources.flatMap((resource) => {
      const property = Object.hasOwn(vpcProperty, resource.type) ? vpcProperty[resource.type] : undefined;
      if (property === undefined) return [];
      const vpc = stack.referenceOf(resource, property, "vpc");
      return vpc === undefined ? all : [vpc];
    }),
  );
}
