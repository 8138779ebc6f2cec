import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ChildSettings } from "./child-settings";
import { shortServiceName, fullServiceName } from "./service-name";

/** Where endpoints go. */
export interface EndpointTarget {
  readonly vpcId: pulumi.Input<string>;
  readonly region: () => pulumi.Input<string>;
}

/** Endpoints that are routes: they take no address and cost nothing (docs/aws-facts.md#gateway-endpoints). */
export function createGatewayEndpoints(
  child: ChildSettings,
  { vpcId, region }: EndpointTarget,
  services: readonly string[],
  routeTableIds: pulumi.Input<pulumi.Input<string>[]>,
): void {
  for (const service of services) {
    const name = `${child.name}-gateway-${shortServiceName(service)}`;
    const serviceName = fullServiceName(service, region);
    new aws.ec2.VpcEndpoint(
      name,
      { vpcId, serviceName, vpcEndpointType: "Gateway", routeTableIds, ...child.tagged(name) },
      { parent: child.parent },
    );
  }
}

/**
 * Endpoints with an interface in each of `subnetIds`, one a zone, behind one group that lets in HTTPS from `ranges`. They answer under the
 * services' own names. Gives the group's id, undefined where there is no service.
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
      // The description of a group cannot change (docs/aws-facts.md#group-description): a network that is renamed keeps its group.
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
