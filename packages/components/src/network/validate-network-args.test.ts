import { describe, expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import { Network } from "./network";
import { type AddressConsumer, Nat, type NetworkArgs } from "./network-args";
import { recordProgram } from "../testing/recorded-program";

recordProgram();

const own: NetworkArgs = { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1c"] };

describe("mistakes are refused with what is wrong, where, and the fix:", () => {
  const mistakes: readonly { sentence: string; args: NetworkArgs; says: string }[] = [
    {
      sentence: "no range",
      args: { zones: ["us-east-1a"] },
      says: 'main.cidrBlock: Specify the IPv4 range for subnets, such as "10.0.0.0/16".',
    },
    {
      sentence: "no zones",
      args: { cidrBlock: "10.0.0.0/16" },
      says: 'main.zones: Specify 1 to 6 Availability Zones, such as ["us-east-1a", "us-east-1b"].',
    },
    {
      sentence: "a range that is none",
      args: { ...own, cidrBlock: "10.0.0.1/16" },
      says: "main.cidrBlock: 10.0.0.1/16 has bits set after its prefix; write 10.0.0.0/16",
    },
    {
      sentence: "a taken range that is none",
      args: { ...own, takenCidrBlocks: ["10.0.0.0"] },
      says: 'main.takenCidrBlocks[0]: "10.0.0.0" is not an IPv4 range',
    },
    {
      sentence: "a zone twice",
      args: { ...own, zones: ["us-east-1a", "us-east-1a"] },
      says: "main: zone us-east-1a is listed twice; list each zone once.",
    },
    {
      sentence: "IPv6 without dual stack",
      args: { ...own, egressOnlyInternetGateway: true },
      says: "main.egressOnlyInternetGateway: It requires IPv6. Set dualStack to true.",
    },
    {
      sentence: "an IPv6 range without dual stack",
      args: { ...own, vpcId: "vpc-1", ipv6CidrBlock: "2001:db8::/56" },
      says: "main.ipv6CidrBlock: It applies to dual stack. Set dualStack to true.",
    },
    {
      sentence: "dual stack of an unknown range",
      args: { ...own, vpcId: "vpc-1", dualStack: true },
      says: "main.ipv6CidrBlock: Specify the IPv6 range of the existing VPC. Dual stack needs it.",
    },
    {
      sentence: "one NAT gateway anywhere",
      args: { ...own, nat: Nat.One },
      says: "main.natZone: Specify the zone of the NAT gateway (us-east-1a, us-east-1c). Without it, the gateway would move when zones are added.",
    },
    {
      sentence: "a zone for no NAT gateway",
      args: { ...own, natZone: "us-east-1a" },
      says: 'main.natZone: It applies to nat "one" only. Set nat to "one", or remove natZone.',
    },
    {
      sentence: "a NAT gateway elsewhere",
      args: { ...own, nat: Nat.One, natZone: "us-east-1b" },
      says: "main: us-east-1b is not one of the zones",
    },
    {
      sentence: "NAT without an internet gateway",
      args: { ...own, vpcId: "vpc-1", nat: Nat.OnePerZone },
      says: "main.internetGatewayId: Specify the internet gateway of the existing VPC. NAT gateways need it.",
    },
    {
      sentence: "an internet gateway of no VPC",
      args: { ...own, internetGatewayId: "igw-1" },
      says: "main.vpcId: ipv6CidrBlock and internetGatewayId apply to an existing VPC. Set vpcId, or remove them.",
    },
    {
      sentence: "a service twice",
      args: { ...own, interfaceEndpoints: ["sqs", "com.amazonaws.us-east-1.sqs"] },
      says: "main.interfaceEndpoints: sqs is listed twice. List each service once.",
    },
    {
      sentence: "ranges of no adopted subnets",
      args: { ...own, subnetCidrBlocks: [] },
      says: "main.subnetCidrBlocks: It describes adopted subnets, but subnetIds is not set. Set subnetIds, or remove it.",
    },
    {
      sentence: "subnets both made and adopted",
      args: { ...own, vpcId: "vpc-1", subnetIds: ["subnet-1"] },
      says: "main.zones: It applies to created subnets, but subnetIds adopts existing ones. Remove one of the two.",
    },
    {
      sentence: "adopted subnets of no VPC",
      args: { subnetIds: ["subnet-1"] },
      says: "main.vpcId: Specify the VPC of the adopted subnets.",
    },
    {
      sentence: "seventeen subnets",
      args: { vpcId: "vpc-1", subnetIds: Array.from({ length: 17 }, (_, index) => `subnet-${index}`) },
      says: "main.subnetIds: Expected 1 to 16 elements, got 17.",
    },
    {
      sentence: "fewer ranges than adopted subnets",
      args: { vpcId: "vpc-1", subnetIds: ["a", "b"], subnetCidrBlocks: ["10.0.0.0/24"] },
      says: "main.subnetCidrBlocks: Expected one range for each of the 2 subnets in the order of subnetIds, got 1.",
    },
    {
      sentence: "adopted subnets that are too small",
      args: { vpcId: "vpc-1", subnetIds: ["a"], subnetCidrBlocks: ["10.0.0.0/28"], capacity: { sets: 6 } },
      says: "main.subnetCidrBlocks[0]: 10.0.0.0/28 has 11 usable addresses, and the capacity asks for 12 with a headroom of 0.2; adopt larger",
    },
    {
      sentence: "gateway endpoints of no route tables",
      args: { vpcId: "vpc-1", subnetIds: ["a"], gatewayEndpoints: ["s3"] },
      says: "main.routeTableIds: Specify the route tables of the adopted subnets. Gateway endpoints need them.",
    },
    {
      sentence: "interface endpoints of unknown ranges",
      args: { vpcId: "vpc-1", subnetIds: ["a"], interfaceEndpoints: ["sqs"] },
      says: "main.subnetCidrBlocks: Specify the ranges of the adopted subnets, or the cidrBlock of the VPC. Interface endpoints allow traffic from them.",
    },
    {
      sentence: "gateway endpoints of an empty list of route tables",
      args: { vpcId: "vpc-1", subnetIds: ["a"], routeTableIds: [], gatewayEndpoints: ["s3"] },
      says: "main.routeTableIds: Specify the route tables of the adopted subnets. Gateway endpoints need them.",
    },
    {
      sentence: "interface endpoints that allow no range",
      args: { vpcId: "vpc-1", subnetIds: ["a"], subnetCidrBlocks: [], interfaceEndpoints: ["sqs"] },
      says: "main.subnetCidrBlocks: Specify the ranges of the adopted subnets, or the cidrBlock of the VPC. Interface endpoints allow traffic from them.",
    },
    {
      sentence: "a gateway endpoint of a service that has none",
      args: { ...own, gatewayEndpoints: ["s3", "com.amazonaws.us-east-1.sqs"] },
      says: "main.gatewayEndpoints: sqs has no gateway endpoint; only s3, s3express, dynamodb do. Move it to interfaceEndpoints.",
    },
    {
      sentence: "an empty id of a VPC",
      args: { ...own, vpcId: "" },
      says: 'main.vpcId: Expected a string that is not empty, got "".',
    },
    {
      sentence: "another kind of NAT",
      args: { ...own, nat: "gateway" as Nat },
      says: 'main.nat: Expected one of none, one, one-per-zone, got "gateway".',
    },
    {
      sentence: "another kind of consumer",
      args: { ...own, capacity: { consumers: [{ kind: "lambda" as AddressConsumer, count: 2 }] } },
      says: "main.capacity.consumers[0].kind: Expected one of interface-endpoint, application-load-balancer, network-load-balancer, mount-target, database, network-interface, instance,",
    },
    {
      sentence: "half a set",
      args: { ...own, capacity: { sets: 0.5 } },
      says: "main.capacity.sets: Expected an integer from 0 to 65531, got 0.5.",
    },
    {
      sentence: "no share",
      args: { ...own, capacity: { headroom: 20 } },
      says: "main.capacity.headroom: Expected a number from 0 to 1, got 20.",
    },
    {
      sentence: "more than there is room for",
      args: { ...own, subnetPrefix: 28, capacity: { sets: 30 } },
      says: "use first subnets of /25 (subnetPrefix)",
    },
  ];

  test.each(mistakes)("$sentence", ({ args, says }) => {
    const construct = (): Network => new Network("main", args);
    expect(construct).toThrow(pulumi.RunError);
    expect(construct).toThrow(says);
  });
});
