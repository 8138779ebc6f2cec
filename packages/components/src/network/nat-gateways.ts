import * as aws from "@pulumi/aws";
import { formatAddressBlock } from "@lambda-vpc/model";
import type { Input, Output, Resource } from "@pulumi/pulumi";
import type { ChildSettings } from "./child-settings";
import { inZone, type PrivateZone, zoneSuffix } from "./private-subnets";

/** The VPC of the NAT gateways and its internet gateway. */
export interface PublicNetwork {
  readonly vpcId: Input<string>;
  readonly internetGatewayId: Input<string>;
}

/**
 * Creates NAT gateways in dedicated public subnets, and the routes of all zones to them. A zone uses the gateway in the same zone if there
 * is one, else the first gateway. Returns their public addresses.
 */
export function createNatGateways(
  child: ChildSettings,
  network: PublicNetwork,
  zones: readonly PrivateZone[],
  natZones: readonly string[],
): Output<string>[] {
  const { name, parent } = child;
  const publicName = `${name}-public`;
  const table = new aws.ec2.RouteTable(publicName, { vpcId: network.vpcId, ...child.tagged(publicName) }, { parent });
  const internetRoute = new aws.ec2.Route(
    publicName,
    { routeTableId: table.id, destinationCidrBlock: ANY_IPV4, gatewayId: network.internetGatewayId, ...child.region },
    { parent },
  );
  const gateways = new Map(
    zones
      .filter(({ plan }) => natZones.includes(plan.zone))
      .map((zone) => [zone.plan.zone, createNatGateway(child, network, zone, table, internetRoute)]),
  );
  const [first] = gateways.values();
  for (const { plan, routeTable } of zones) {
    const gateway = gateways.get(plan.zone) ?? first;
    if (gateway === undefined) continue;
    const route = { routeTableId: routeTable.id, destinationCidrBlock: ANY_IPV4, natGatewayId: gateway.id, ...child.region };
    new aws.ec2.Route(`${name}-${zoneSuffix(plan.zone)}`, route, { parent });
  }
  return [...gateways.values()].map(({ publicIp }) => publicIp);
}

const ANY_IPV4 = "0.0.0.0/0";

function createNatGateway(
  child: ChildSettings,
  { vpcId }: PublicNetwork,
  { plan }: PrivateZone,
  table: aws.ec2.RouteTable,
  internetRoute: Resource,
): aws.ec2.NatGateway {
  const { name, parent } = child;
  const publicName = `${name}-${zoneSuffix(plan.zone)}-public`;
  const natName = `${name}-${zoneSuffix(plan.zone)}`;
  const cidrBlock = formatAddressBlock(plan.public);
  const subnet = new aws.ec2.Subnet(publicName, { vpcId, cidrBlock, ...inZone(plan.zone), ...child.tagged(publicName) }, { parent });
  const association = new aws.ec2.RouteTableAssociation(
    publicName,
    { subnetId: subnet.id, routeTableId: table.id, ...child.region },
    { parent },
  );
  const address = new aws.ec2.Eip(natName, { domain: "vpc", ...child.tagged(natName) }, { parent, dependsOn: internetRoute });
  return new aws.ec2.NatGateway(
    natName,
    { subnetId: subnet.id, allocationId: address.allocationId, ...child.tagged(natName) },
    { parent, dependsOn: [internetRoute, association] },
  );
}
