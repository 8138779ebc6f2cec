import type { AddressConsumer, Knowable } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Inputs, preview, type Resource, resource, settled, urnOf } from "../testing/program";
import { lambda, securityGroup, subnet, vpc } from "../testing/sample-resources";

const main = vpc("main");
const [a, b] = [subnet("a", main), subnet("b", main)];
const group = securityGroup("group", { vpcId: idOf(main) });
const address = resource("aws:ec2/eip:Eip", "address");
const base = [main, a, b, group, address];
const both = [idOf(a), idOf(b)];

function first(...program: readonly Resource[]): readonly AddressConsumer[] {
  return networkOf(preview([...base, ...program])).addressConsumers ?? [];
}

function after(...program: readonly Resource[]): readonly AddressConsumer[] {
  return networkOf(settled([...base, ...program])).addressConsumers ?? [];
}

const unclear: Knowable<never> = { ok: false, error: "the number of additional addresses is unknown until the deployment" };
const exactly = (value: number): Knowable<number> => ({ ok: true, value });

describe("what takes addresses is known by its kind, its subnets and what it asks for further", () => {
  const nat = "aws:ec2/natGateway:NatGateway";
  const endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
  const balancer = "aws:lb/loadBalancer:LoadBalancer";
  const eni = "aws:ec2/networkInterface:NetworkInterface";
  const instance = "aws:ec2/instance:Instance";
  const rows: readonly {
    sentence: string;
    type: string;
    inputs: Inputs;
    kind: string;
    in?: readonly Resource[];
    further?: Knowable<number>;
  }[] = [
    { sentence: "a NAT gateway", type: nat, inputs: { subnetId: idOf(a), allocationId: idOf(address) }, kind: "nat-gateway" },
    {
      sentence: "a private NAT gateway with so many secondary addresses",
      ...{ type: nat, inputs: { subnetId: idOf(a), secondaryPrivateIpAddressCount: 7 }, kind: "nat-gateway", further: exactly(7) },
    },
    {
      sentence: "a NAT gateway with secondary elastic IPs, which are for a private address each",
      ...{ type: nat, inputs: { subnetId: idOf(a), secondaryAllocationIds: [idOf(address)] }, kind: "nat-gateway", further: exactly(1) },
    },
    {
      sentence: "a NAT gateway that does not say yet how many",
      ...{
        type: nat,
        inputs: { subnetId: idOf(a), secondaryPrivateIpAddressCount: applied([main], 1) },
        kind: "nat-gateway",
        further: unclear,
      },
    },
    {
      sentence: "an interface endpoint",
      ...{ type: endpoint, inputs: { vpcEndpointType: "Interface", subnetIds: both }, kind: "interface-endpoint", in: [a, b] },
    },
    {
      sentence: "an endpoint of a gateway load balancer",
      ...{ type: endpoint, inputs: { vpcEndpointType: "GatewayLoadBalancer", subnetIds: [idOf(a)] }, kind: "interface-endpoint" },
    },
    {
      sentence: "an interface endpoint that chooses its addresses",
      ...{ type: endpoint, kind: "interface-endpoint" },
      inputs: { vpcEndpointType: "Interface", subnetConfigurations: [{ subnetId: idOf(a), ipv4: "10.0.0.9" }] },
    },
    {
      sentence: "an endpoint of a service network, of unknown need",
      ...{ type: endpoint, inputs: { vpcEndpointType: "ServiceNetwork", subnetIds: [idOf(a)] }, kind: "other" },
    },
    {
      sentence: "an endpoint's association with one more subnet",
      ...{
        type: "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation",
        inputs: { subnetId: idOf(a) },
        kind: "interface-endpoint",
      },
    },
    { sentence: "a load balancer, without more", type: balancer, inputs: { subnets: both }, kind: "application-load-balancer", in: [a, b] },
    {
      sentence: "a network load balancer with elastic IPs",
      ...{ type: balancer, kind: "network-load-balancer" },
      inputs: { loadBalancerType: "network", subnetMappings: [{ subnetId: idOf(a), allocationId: idOf(address) }] },
    },
    {
      sentence: "a network load balancer with secondary addresses in each subnet",
      ...{ type: balancer, kind: "network-load-balancer", further: exactly(2) },
      inputs: { loadBalancerType: "network", subnets: [idOf(a)], secondaryIpsAutoAssignedPerSubnet: 2 },
    },
    {
      sentence: "a gateway load balancer",
      ...{ type: balancer, inputs: { loadBalancerType: "gateway", subnets: [idOf(a)] }, kind: "gateway-load-balancer" },
    },
    {
      sentence: "a load balancer of unknown type, of unknown need",
      ...{ type: balancer, inputs: { loadBalancerType: applied([main], "network"), subnets: [idOf(a)] }, kind: "other" },
    },
    {
      sentence: "a load balancer by its other name",
      ...{ type: "aws:alb/loadBalancer:LoadBalancer", inputs: { subnets: [idOf(a)] }, kind: "application-load-balancer" },
    },
    { sentence: "a mount target", type: "aws:efs/mountTarget:MountTarget", inputs: { subnetId: idOf(a) }, kind: "mount-target" },
    { sentence: "a network interface", type: eni, inputs: { subnetId: idOf(a), privateIps: ["10.0.0.4"] }, kind: "network-interface" },
    {
      sentence: "a network interface with three addresses",
      ...{ type: eni, inputs: { subnetId: idOf(a), privateIps: ["10.0.0.4", "10.0.0.5", "10.0.0.6"] }, kind: "network-interface" },
      further: exactly(2),
    },
    {
      sentence: "a network interface with secondary addresses and a prefix",
      ...{
        type: eni,
        inputs: { subnetId: idOf(a), privateIpsCount: 3, ipv4PrefixCount: 1 },
        kind: "network-interface",
        further: exactly(19),
      },
    },
    {
      sentence: "an instance",
      ...{ type: instance, inputs: { subnetId: idOf(a), secondaryPrivateIps: ["10.0.0.7"] }, kind: "instance", further: exactly(1) },
    },
    {
      sentence: "a NAT gateway with two secondary private addresses",
      ...{ type: nat, inputs: { subnetId: idOf(a), secondaryPrivateIpAddresses: ["10.0.0.8", "10.0.0.9"] }, kind: "nat-gateway" },
      further: exactly(2),
    },
    {
      sentence: "an endpoint of unknown type",
      ...{ type: endpoint, inputs: { vpcEndpointType: applied([main], "Interface"), subnetIds: [idOf(a)] }, kind: "interface-endpoint" },
    },
    ...["aws:elasticloadbalancingv2/loadBalancer:LoadBalancer", "aws:applicationloadbalancing/loadBalancer:LoadBalancer"].map(
      (earlier) => ({
        ...{ sentence: `a load balancer by its earlier name ${earlier}`, type: earlier, inputs: { subnets: [idOf(a)] } },
        kind: "application-load-balancer",
      }),
    ),
    {
      sentence: "a load balancer of an unknown kind of AWS's, of unknown need",
      ...{ type: balancer, inputs: { loadBalancerType: "classic", subnets: [idOf(a)] }, kind: "other" },
    },
    {
      sentence: "a network interface with an ordered list of addresses",
      ...{
        type: eni,
        inputs: { subnetId: idOf(a), privateIpLists: ["10.0.0.4", "10.0.0.5"] },
        kind: "network-interface",
        further: exactly(1),
      },
    },
    {
      sentence: "a network interface with two prefixes",
      ...{ type: eni, inputs: { subnetId: idOf(a), ipv4Prefixes: ["10.0.0.16/28", "10.0.0.32/28"] }, kind: "network-interface" },
      further: exactly(32),
    },
    {
      sentence: "a capacity provider",
      ...{ type: "aws:lambda/capacityProvider:CapacityProvider", kind: "capacity-provider", in: [a, b] },
      inputs: { vpcConfig: { subnetIds: both, securityGroupIds: [idOf(group)] } },
    },
  ];

  test.each(rows)("$sentence", ({ type, inputs, kind, in: places = [a], further }) => {
    const consumer = resource(type, "consumer", inputs);
    const subnets = { known: [], holes: places.length, candidates: places.map(urnOf) };
    const expected = { consumer: urnOf(consumer), kind, creating: true, subnets, ...(further === undefined ? {} : { further }) };
    expect(first(consumer)).toEqual([expected]);
    expect(after(consumer)[0]).not.toHaveProperty("creating");
    expect(after(consumer)).toMatchObject([{ subnets: { known: places.map(urnOf), holes: 0 } }]);
  });
});

describe("what takes no address is no consumer", () => {
  const endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
  const rows: readonly { sentence: string; type: string; inputs: Inputs }[] = [
    { sentence: "a gateway endpoint", type: endpoint, inputs: { vpcId: idOf(main), vpcEndpointType: "Gateway" } },
    { sentence: "an endpoint that says no type, which is a gateway", type: endpoint, inputs: { vpcId: idOf(main) } },
    { sentence: "an endpoint without subnets", type: endpoint, inputs: { vpcEndpointType: "Interface" } },
    {
      sentence: "a regional NAT gateway",
      type: "aws:ec2/natGateway:NatGateway",
      inputs: { vpcId: idOf(main), availabilityMode: "regional" },
    },
    { sentence: "an instance of an interface that is there", type: "aws:ec2/instance:Instance", inputs: { primaryNetworkInterface: {} } },
    { sentence: "a network ACL", type: "aws:ec2/networkAcl:NetworkAcl", inputs: { subnetIds: both } },
    { sentence: "a route table's association", type: "aws:ec2/routeTableAssociation:RouteTableAssociation", inputs: { subnetId: idOf(a) } },
    { sentence: "a subnet group", type: "aws:rds/subnetGroup:SubnetGroup", inputs: { subnetIds: both } },
    { sentence: "a flow log", type: "aws:ec2/flowLog:FlowLog", inputs: { subnetId: idOf(a) } },
    { sentence: "a parameter that tells an id", type: "aws:ssm/parameter:Parameter", inputs: { value: idOf(a) } },
    {
      sentence: "a task whose environment tells one",
      type: "aws:ecs/taskDefinition:TaskDefinition",
      inputs: { containerDefinitions: idOf(a) },
    },
    {
      sentence: "a virtual machine of another cloud",
      type: "azure-native:compute:VirtualMachine",
      inputs: { subnetId: "/subscriptions/1" },
    },
  ];

  test.each(rows)("$sentence", ({ type, inputs }) => {
    expect([...first(resource(type, "other", inputs)), ...after(resource(type, "other", inputs))]).toEqual([]);
  });

  test("functions and connectors, whose interfaces are combinations", () => {
    const vpcConfig = { subnetIds: both, securityGroupIds: [idOf(group)] };
    const connector = resource("aws:lambda/coreNetworkConnector:CoreNetworkConnector", "connector", {
      configuration: { vpcEgressConfiguration: vpcConfig },
    });
    expect(first(lambda("orders", vpcConfig), connector)).toEqual([]);
  });
});

test("a list that is unknown as a whole may hold whatever it depends on, as for functions", () => {
  const endpoint = resource("aws:ec2/vpcEndpoint:VpcEndpoint", "endpoint", {
    vpcEndpointType: "Interface",
    subnetIds: applied([a, b], [idOf(a)]),
  });
  expect(first(endpoint)).toMatchObject([{ subnets: { known: [], holes: "unknown", candidates: [urnOf(a), urnOf(b)] } }]);
  expect(after(endpoint)).toMatchObject([{ subnets: { known: [urnOf(a)], holes: 0 } }]);
});

test("a subnet of another stack that is taken over here may be what a consumer names by its id", () => {
  const taken = resource("aws:ec2/defaultSubnet:DefaultSubnet", "taken", {});
  const nat = resource("aws:ec2/natGateway:NatGateway", "nat", { subnetId: "subnet-9" });
  expect(networkOf(preview([taken, nat])).aliases).toEqual([["subnet-9", urnOf(taken)]]);
});
