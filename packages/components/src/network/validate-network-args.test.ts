import { describe, expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import { Network } from "./network";
import { Nat, type NetworkArgs } from "./network-args";
import { recordProgram } from "../testing/recorded-program";

recordProgram();

const own: NetworkArgs = { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1c"] };

describe("mistakes are refused with what is wrong, where, and the fix:", () => {
  const mistakes: readonly { sentence: string; args: NetworkArgs; says: string }[] = [
    {
      sentence: "no range",
      args: { zones: ["us-east-1a"] },
      says: 'main.cidrBlock: give the IPv4 range to lay subnets out in, such as "10.0.0.0/16".',
    },
    { sentence: "no zones", args: { cidrBlock: "10.0.0.0/16" }, says: "main.zones: name 1 to 6 availability zones" },
    {
      sentence: "a range that is none",
      args: { ...own, cidrBlock: "10.0.0.1/16" },
      says: "main.cidrBlock: 10.0.0.1/16 has bits set behind its prefix; write 10.0.0.0/16",
    },
    {
      sentence: "a taken range that is none",
      args: { ...own, takenCidrBlocks: ["10.0.0.0"] },
      says: 'main.takenCidrBlocks[0]: "10.0.0.0" is no IPv4 range',
    },
    {
      sentence: "a zone twice",
      args: { ...own, zones: ["us-east-1a", "us-east-1a"] },
      says: "main: zone us-east-1a is named twice; name each zone once.",
    },
    {
      sentence: "IPv6 without dual stack",
      args: { ...own, egressOnlyInternetGateway: true },
      says: "main.egressOnlyInternetGateway: it leads IPv6 out; set dualStack too.",
    },
    {
      sentence: "an IPv6 range without dual stack",
      args: { ...own, vpcId: "vpc-1", ipv6CidrBlock: "2001:db8::/56" },
      says: "main.ipv6CidrBlock: it is for dual stack",
    },
    {
      sentence: "dual stack of an unknown range",
      args: { ...own, vpcId: "vpc-1", dualStack: true },
      says: "main.ipv6CidrBlock: dual stack in an existing VPC needs the /56",
    },
    {
      sentence: "one NAT gateway anywhere",
      args: { ...own, nat: Nat.One },
      says: "main.natZone: name the zone of the NAT gateway (us-east-1a, us-east-1c)",
    },
    { sentence: "a zone for no NAT gateway", args: { ...own, natZone: "us-east-1a" }, says: 'main.natZone: it is for nat "one"' },
    {
      sentence: "a NAT gateway elsewhere",
      args: { ...own, nat: Nat.One, natZone: "us-east-1b" },
      says: "main: us-east-1b is none of its zones",
    },
    {
      sentence: "NAT without an internet gateway",
      args: { ...own, vpcId: "vpc-1", nat: Nat.OnePerZone },
      says: "main.internetGatewayId: NAT in an existing VPC needs",
    },
    {
      sentence: "an internet gateway of no VPC",
      args: { ...own, internetGatewayId: "igw-1" },
      says: "main.vpcId: ipv6CidrBlock and internetGatewayId are those",
    },
    {
      sentence: "a service twice",
      args: { ...own, interfaceEndpoints: ["sqs", "com.amazonaws.us-east-1.sqs"] },
      says: "main.interfaceEndpoints: sqs is named twice",
    },
    {
      sentence: "ranges of no adopted subnets",
      args: { ...own, subnetCidrBlocks: [] },
      says: "main.subnetCidrBlocks: it describes adopted subnets",
    },
    {
      sentence: "subnets both made and adopted",
      args: { ...own, vpcId: "vpc-1", subnetIds: ["subnet-1"] },
      says: "main.zones: it says how subnets are made, and subnetIds",
    },
    { sentence: "adopted subnets of no VPC", args: { subnetIds: ["subnet-1"] }, says: "main.vpcId: say which VPC" },
    {
      sentence: "seventeen subnets",
      args: { vpcId: "vpc-1", subnetIds: Array.from({ length: 17 }, (_, index) => `subnet-${index}`) },
      says: "main.subnetIds has 17 elements; Lambda takes 1 to 16.",
    },
    {
      sentence: "fewer ranges than adopted subnets",
      args: { vpcId: "vpc-1", subnetIds: ["a", "b"], subnetCidrBlocks: ["10.0.0.0/24"] },
      says: "it has 1 ranges for 2 subnets",
    },
    {
      sentence: "adopted subnets that are too small",
      args: { vpcId: "vpc-1", subnetIds: ["a"], subnetCidrBlocks: ["10.0.0.0/28"], capacity: { sets: 6 } },
      says: "main.subnetCidrBlocks[0]: 10.0.0.0/28 has 11 usable addresses, and the capacity asks for 12 with a headroom of 0.2; adopt larger",
    },
    {
      sentence: "gateway endpoints of no route tables",
      args: { vpcId: "vpc-1", subnetIds: ["a"], gatewayEndpoints: ["s3"] },
      says: "main.routeTableIds: gateway endpoints",
    },
    {
      sentence: "interface endpoints of unknown ranges",
      args: { vpcId: "vpc-1", subnetIds: ["a"], interfaceEndpoints: ["sqs"] },
      says: "main.subnetCidrBlocks: interface endpoints",
    },
    {
      sentence: "half a set",
      args: { ...own, capacity: { sets: 0.5 } },
      says: "main.capacity.sets: 0.5 is no whole number from 0 to 65531",
    },
    {
      sentence: "no share",
      args: { ...own, capacity: { headroom: 20 } },
      says: "main.capacity.headroom: 20 is no share; give a number from 0 on, up to 1",
    },
    {
      sentence: "more than there is room for",
      args: { ...own, subnetPrefix: 28, capacity: { sets: 30 } },
      says: "a network that begins with /25 would have it (subnetPrefix)",
    },
  ];

  test.each(mistakes)("$sentence", ({ args, says }) => {
    const construct = (): Network => new Network("main", args);
    expect(construct).toThrow(pulumi.RunError);
    expect(construct).toThrow(says);
  });
});
