import * as aws from "@pulumi/aws";
import { formatAddressBlock, isZoneId, type ZonePlan } from "@lambda-vpc/model";
import { output, type Input, type Output } from "@pulumi/pulumi";
import type { ChildSettings } from "./child-settings";
import { createNatGateways } from "./nat-gateways";
import type { NetworkArgs } from "./network-args";
import { capacityOf } from "./network-capacity";
import type { NetworkOutputs } from "./network-outputs";
import { natZones, planZones } from "./network-request";
import { summarizeNetwork } from "./network-summary";
import { createPrivateZone, type PrivateZone, type SubnetVpc, zoneSuffix } from "./private-subnets";
import { shortServiceName } from "./service-name";
import { createGatewayEndpoints, createInterfaceEndpoints } from "./vpc-endpoints";

/** Creates subnets for a capacity, in a new VPC or an existing one, with NAT gateways and endpoints. */
export function createNetwork(child: ChildSettings, args: NetworkArgs): NetworkOutputs {
  const plans = planZones(child.name, args);
  const vpc = vpcOf(child, args);
  const zones = plans.map((plan) => createPrivateZone(child, plan, vpc));
  const outputs = {
    vpcId: output(vpc.vpcId),
    subnetIds: zones.flatMap(({ subnetIds }) => subnetIds),
    firstSubnetIds: Object.fromEntries(zones.flatMap(({ plan, subnetIds }) => subnetIds.slice(0, 1).map((id) => [plan.zone, id]))),
    subnetCidrBlocks: plans.flatMap(rangesOf),
    zones: plans.map(({ zone }) => zone),
    plan: output(summarizeNetwork(plans, capacityOf(`${child.name}.capacity`, args.capacity))),
    natPublicIps: createEgress(child, args, vpc.vpcId, zones),
  };
  return { ...outputs, ...createEndpoints(child, args, vpc.vpcId, zones) };
}

function rangesOf({ subnets }: ZonePlan): string[] {
  return subnets.map(({ block }) => formatAddressBlock(block));
}

function vpcOf(child: ChildSettings, { vpcId, cidrBlock = "", dualStack = false, ipv6CidrBlock }: NetworkArgs): SubnetVpc {
  if (vpcId !== undefined) return { vpcId, ...(ipv6CidrBlock === undefined ? {} : { ipv6CidrBlock }) };
  const { name, parent } = child;
  // The private DNS names of interface endpoints need both settings (docs/aws-facts.md#endpoint-dns).
  const dns = { enableDnsSupport: true, enableDnsHostnames: true };
  const ipv6 = dualStack ? { assignGeneratedIpv6CidrBlock: true } : {};
  const vpc = new aws.ec2.Vpc(name, { cidrBlock, ...dns, ...ipv6, ...child.tagged(name) }, { parent });
  return { vpcId: vpc.id, ...(dualStack ? { ipv6CidrBlock: vpc.ipv6CidrBlock } : {}) };
}

function createEgress(child: ChildSettings, args: NetworkArgs, vpcId: Input<string>, zones: readonly PrivateZone[]): Output<string>[] {
  const { name, parent } = child;
  if (args.egressOnlyInternetGateway) {
    const gateway = new aws.ec2.EgressOnlyInternetGateway(name, { vpcId, ...child.tagged(name) }, { parent });
    for (const { plan, routeTable } of zones) {
      const route = { routeTableId: routeTable.id, destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId: gateway.id, ...child.region };
      new aws.ec2.Route(`${name}-${zoneSuffix(plan.zone)}-ipv6`, route, { parent });
    }
  }
  const zonesWithNat = natZones(args);
  if (zonesWithNat.length === 0) return [];
  const internetGatewayId = args.internetGatewayId ?? new aws.ec2.InternetGateway(name, { vpcId, ...child.tagged(name) }, { parent }).id;
  return createNatGateways(child, { vpcId, internetGatewayId }, zones, zonesWithNat);
}

function createEndpoints(
  child: ChildSettings,
  args: NetworkArgs,
  vpcId: Input<string>,
  zones: readonly PrivateZone[],
): Pick<NetworkOutputs, "endpointSecurityGroupId" | "gatewayPrefixListIds" | "interfaceServices"> {
  const target = { vpcId, region: () => regionOf(child, args) };
  const { gatewayEndpoints = [], interfaceEndpoints = [] } = args;
  const gatewayPrefixListIds = createGatewayEndpoints(
    child,
    target,
    gatewayEndpoints,
    zones.map(({ routeTable }) => routeTable.id),
  );
  // An endpoint has one subnet in each zone (docs/aws-facts.md#interface-endpoint-addresses).
  const firstSubnetIds = zones.flatMap(({ subnetIds }) => subnetIds.slice(0, 1));
  const endpointSecurityGroupId = createInterfaceEndpoints(
    child,
    target,
    interfaceEndpoints,
    firstSubnetIds,
    zones.flatMap(({ plan }) => rangesOf(plan)),
  );
  const interfaceServices = interfaceEndpoints.map(shortServiceName);
  return { gatewayPrefixListIds, interfaceServices, ...(endpointSecurityGroupId === undefined ? {} : { endpointSecurityGroupId }) };
}

/** The Region: the argument, else that of a zone name, else that of the provider. */
function regionOf({ parent }: ChildSettings, { region, zones = [] }: NetworkArgs): Input<string> {
  const zoneName = zones.find((zone) => !isZoneId(zone));
  return region ?? zoneName?.slice(0, -1) ?? aws.getRegionOutput({}, { parent }).region;
}
