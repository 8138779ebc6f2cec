import * as aws from "@pulumi/aws";
import { formatAddressBlock, ipv6Subnet, isZoneId, type PlannedSubnet, type ZonePlan } from "@lambda-vpc/model";
import { output, type Input, type Output } from "@pulumi/pulumi";
import type { ChildSettings } from "./child-settings";

/** The VPC of the subnets, and its /56 if it has one. */
export interface SubnetVpc {
  readonly vpcId: Input<string>;
  readonly ipv6CidrBlock?: Input<string>;
}

/** The subnets of a zone for functions, with one route table for all of them. */
export interface PrivateZone {
  readonly plan: ZonePlan;
  readonly subnetIds: readonly Output<string>[];
  readonly routeTable: aws.ec2.RouteTable;
  /** The associations. Until they exist, the zone has no route to the internet. */
  readonly associations: readonly aws.ec2.RouteTableAssociation[];
}

/** The number of /64 ranges of each zone: 8 zones share the 256 of a /56. */
const IPV6_PER_ZONE = 32;

/** Creates the subnets of a zone. Names follow from the zone and the index of the subnet in it, which never change. */
export function createPrivateZone(child: ChildSettings, plan: ZonePlan, vpc: SubnetVpc): PrivateZone {
  const { name, parent } = child;
  const zoneName = `${name}-${zoneSuffix(plan.zone)}`;
  const routeTable = new aws.ec2.RouteTable(zoneName, { vpcId: vpc.vpcId, ...child.tagged(zoneName) }, { parent });
  const created = plan.subnets.map((planned, index) => {
    const subnetName = index === 0 ? zoneName : `${zoneName}-${index + 1}`;
    const subnet = new aws.ec2.Subnet(subnetName, { ...subnetArgs(plan, planned, index, vpc), ...child.tagged(subnetName) }, { parent });
    const association = new aws.ec2.RouteTableAssociation(
      subnetName,
      { subnetId: subnet.id, routeTableId: routeTable.id, ...child.region },
      { parent },
    );
    return { subnet, association };
  });
  return {
    plan,
    subnetIds: created.map(({ subnet }) => subnet.id),
    routeTable,
    associations: created.map(({ association }) => association),
  };
}

function subnetArgs(
  { zone, slot }: ZonePlan,
  { block }: PlannedSubnet,
  index: number,
  { vpcId, ipv6CidrBlock }: SubnetVpc,
): aws.ec2.SubnetArgs {
  return {
    vpcId,
    cidrBlock: formatAddressBlock(block),
    ...inZone(zone),
    ...(ipv6CidrBlock === undefined
      ? {}
      : {
          ipv6CidrBlock: output(ipv6CidrBlock).apply((range) => ipv6Subnet(range, slot * IPV6_PER_ZONE + index)),
          assignIpv6AddressOnCreation: true,
        }),
  };
}

/** The argument that places a subnet in a zone. */
export function inZone(zone: string): { readonly availabilityZone?: string; readonly availabilityZoneId?: string } {
  return isZoneId(zone) ? { availabilityZoneId: zone } : { availabilityZone: zone };
}

/** The suffix of the names of a zone's resources: `a` for us-east-1a, `az1` for use1-az1. */
export function zoneSuffix(zone: string): string {
  return isZoneId(zone) ? zone.slice(zone.indexOf("-") + 1) : zone.slice(-1);
}
