import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ChildSettings } from "./child-settings";
import { shortServiceName, fullServiceName } from "./service-name";

/** The VPC and Region of endpoints. */
export interface EndpointTarget {
  readonly vpcId: pulumi.Input<string>;
  readonly region: () => pulumi.Input<string>;
}

/**
 * Creates gateway endpoints. They are routes, take no address and cost nothing (docs/aws-facts.md#gateway-endpoints). Returns their prefix
 * lists by the short name of the service.
 */
export function createGatewayEndpoints(
  child: ChildSettings,
  { vpcId, region }: EndpointTarget,
  services: readonly string[],
  routeTableIds: pulumi.Input<pulumi.Input<string>[]>,
): Record<string, pulumi.Output<string>> {
  const prefixLists = services.map((service): [string, pulumi.Output<string>] => {
    const shortName = shortServiceName(service);
    const name = `${child.name}-gateway-${shortName}`;
    const serviceName = fullServiceName(service, region);
    const endpoint = new aws.ec2.VpcEndpoint(
      name,
      { vpcId, serviceName, vpcEndpointType: "Gateway", routeTableIds, ...child.tagged(name) },
      { parent: child.parent },
    );
    return [shortName, endpoint.prefixListId];
  });
  return Object.fromEntries(prefixLists);
}

/**
 * Creates interface endpoints with an interface in each of `subnetIds`, one in each zone. Their security group allows HTTPS from `ranges`.
 * Private DNS makes the services' own names resolve to them. Returns the id of the group, undefined without services.
 */
export function createInterfaceEndpoints(
  child: ChildSettings,
  { vpcId, region }: EndpointTarget,
  services: readonly string[],
  subnetIds: pulumi.Input<pulumi.Input<string>[]>,
  ranges: readonly string[],
): pulumi.Output<string> | undefined {
  if (services.length === 0) return undefined;
  const groupName = `${child.name}-endpoints`;
  const description = `Interface endpoints of ${child.name}`;
  const ingress = [
    { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: [...ranges], description: "HTTPS from the subnets of functions" },
  ];
  const group = new aws.ec2.SecurityGroup(
    groupName,
    { vpcId, description, ingress, ...child.tagged(groupName) },
    {
      parent: child.parent,
      // A renamed network keeps its group, whose description cannot change (docs/aws-facts.md#group-description).
      ignoreChanges: ["description"],
    },
  );
  for (const service of services) {
    const name = `${child.name}-interface-${shortServiceName(service)}`;
    new aws.ec2.VpcEndpoint(
      name,
      {
        vpcId,
        serviceName: fullServiceName(service, region),
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds,
        securityGroupIds: [group.id],
        ...child.tagged(name),
      },
      { parent: child.parent },
    );
  }
  return group.id;
}
