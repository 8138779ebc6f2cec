import { describe, expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import { Network } from "./network";
import { AddressConsumer, Nat, type NetworkArgs } from "./network-args";
import { recordProgram, valueOf } from "../testing/recorded-program";

const { inputsByName } = recordProgram(() => ({ ipv6CidrBlock: "2001:db8:1:100::/56" }), "eu-west-1");

const own: NetworkArgs = { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1c"] };

describe("a network of its own", () => {
  test("has a VPC, a subnet in each zone, and a route table for each, all tagged and in the Region that is said", async () => {
    const network = new Network("main", { ...own, tags: { team: "shop" }, region: "us-east-1" });
    expect(await valueOf(network.subnetIds)).toEqual(["main-a-id", "main-c-id"]);
    const shared = { region: "us-east-1", tags: { Name: "main-c", team: "shop" } };
    expect(await inputsByName("Vpc")).toMatchObject({ main: { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, region: "us-east-1" } });
    expect(await inputsByName("Subnet")).toMatchObject({
      "main-a": { vpcId: "main-id", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" },
      "main-c": { vpcId: "main-id", cidrBlock: "10.0.64.0/24", availabilityZone: "us-east-1c", ...shared },
    });
    expect(await inputsByName("RouteTable")).toMatchObject({ "main-a": { vpcId: "main-id" }, "main-c": shared });
    expect(Object.keys(await inputsByName("RouteTableAssociation"))).toEqual(["main-a", "main-c"]);
    expect(await inputsByName("Route")).toEqual({});
  });

  test("hands its subnets out one by one, and its plan", async () => {
    const network = new Network("main", { ...own, capacity: { functions: 40, sets: 3, growth: 0.5 } });
    expect(Array.isArray(network.subnetIds) && network.subnetIds.every((id) => pulumi.Output.isInstance(id))).toBe(true);
    expect(network.subnetCidrBlocks).toEqual(["10.0.0.0/24", "10.0.64.0/24"]);
    expect(network.zones).toEqual(["us-east-1a", "us-east-1c"]);
    expect(await valueOf(network.plan)).toEqual({
      combinations: 6,
      peakEnis: 12,
      enisPerVpc: 500,
      subnets: [
        { cidrBlock: "10.0.0.0/24", zone: "us-east-1a", usable: 251, needed: 8, free: 243 },
        { cidrBlock: "10.0.64.0/24", zone: "us-east-1c", usable: 251, needed: 8, free: 243 },
      ],
      reserved: [
        { zone: "us-east-1a", cidrBlocks: ["10.0.1.0/24", "10.0.2.0/23", "10.0.4.0/22"] },
        { zone: "us-east-1c", cidrBlocks: ["10.0.65.0/24", "10.0.66.0/23", "10.0.68.0/22"] },
      ],
    });
  });

  test("names further subnets of a zone after their place in its ladder", async () => {
    const consumers = [{ kind: AddressConsumer.NetworkInterface, count: 10 }];
    new Network("main", { ...own, zones: ["use1-az3"], subnetPrefix: 28, capacity: { sets: 1, changeover: 0, consumers } });
    expect(await inputsByName("Subnet")).toMatchObject({
      "main-az3": { cidrBlock: "10.0.64.0/28", availabilityZoneId: "use1-az3" },
      "main-az3-2": { cidrBlock: "10.0.64.16/28" },
    });
  });
});

describe("ways out", () => {
  test("are NAT gateways in public subnets of their own, one a zone", async () => {
    const network = new Network("main", { ...own, nat: Nat.OnePerZone });
    expect(network.natPublicIps).toHaveLength(2);
    expect(await inputsByName("Subnet")).toMatchObject({
      "main-a-public": { cidrBlock: "10.0.16.0/26" },
      "main-c-public": { cidrBlock: "10.0.80.0/26" },
    });
    expect(await inputsByName("Route")).toMatchObject({
      "main-public": { gatewayId: "main-id", destinationCidrBlock: "0.0.0.0/0" },
      "main-a": { natGatewayId: "main-a-id" },
      "main-c": { natGatewayId: "main-c-id" },
    });
  });

  test("may be one for all zones, in the zone that is named", async () => {
    new Network("main", { ...own, nat: Nat.One, natZone: "us-east-1c" });
    expect(await inputsByName("Route")).toMatchObject({ "main-a": { natGatewayId: "main-c-id" }, "main-c": { natGatewayId: "main-c-id" } });
    expect(Object.keys(await inputsByName("NatGateway"))).toEqual(["main-c"]);
  });

  test("are an egress-only gateway over IPv6, and no NAT", async () => {
    new Network("main", { ...own, dualStack: true, egressOnlyInternetGateway: true });
    expect(await inputsByName("Vpc")).toMatchObject({ main: { assignGeneratedIpv6CidrBlock: true } });
    expect(await inputsByName("Subnet")).toMatchObject({
      "main-a": { ipv6CidrBlock: "2001:db8:1:100::/64", assignIpv6AddressOnCreation: true },
      "main-c": { ipv6CidrBlock: "2001:db8:1:140::/64" },
    });
    expect(await inputsByName("Route")).toMatchObject({
      "main-a-ipv6": { destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId: "main-id" },
      "main-c-ipv6": {},
    });
  });

  test("are endpoints by the names of their services, those with interfaces behind one group", async () => {
    const network = new Network("main", {
      ...own,
      gatewayEndpoints: ["s3"],
      interfaceEndpoints: ["sqs", "com.amazonaws.us-east-1.ecr.api"],
    });
    expect(await valueOf(network.endpointSecurityGroupId ?? "")).toBe("main-endpoints-id");
    expect(await inputsByName("VpcEndpoint")).toMatchObject({
      "main-gateway-s3": {
        serviceName: "com.amazonaws.us-east-1.s3",
        vpcEndpointType: "Gateway",
        routeTableIds: ["main-a-id", "main-c-id"],
      },
      "main-interface-sqs": {
        serviceName: "com.amazonaws.us-east-1.sqs",
        subnetIds: ["main-a-id", "main-c-id"],
        securityGroupIds: ["main-endpoints-id"],
      },
      "main-interface-ecr.api": { serviceName: "com.amazonaws.us-east-1.ecr.api", privateDnsEnabled: true },
    });
    expect(await inputsByName("SecurityGroup")).toMatchObject({
      "main-endpoints": { ingress: [{ fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/24", "10.0.64.0/24"] }] },
    });
  });
});

describe("what exists", () => {
  test("is an existing VPC, whose other subnets are kept clear of", async () => {
    new Network("main", { ...own, vpcId: "vpc-1", takenCidrBlocks: ["10.0.0.0/25"] });
    expect(await inputsByName("Vpc")).toEqual({});
    expect(await inputsByName("Subnet")).toMatchObject({
      "main-a": { vpcId: "vpc-1", cidrBlock: "10.0.1.0/24" },
      "main-c": { cidrBlock: "10.0.64.0/24" },
    });
  });

  test("is adopted as it is", async () => {
    const network = new Network("main", {
      vpcId: "vpc-1",
      subnetIds: ["subnet-1", "subnet-2"],
      subnetCidrBlocks: ["10.0.0.0/27", "10.0.0.32/27"],
      capacity: { sets: 2 },
      interfaceEndpoints: ["sqs"],
    });
    expect(await valueOf(network.subnetIds)).toEqual(["subnet-1", "subnet-2"]);
    expect(await valueOf(network.plan)).toMatchObject({
      combinations: 4,
      subnets: [{ cidrBlock: "10.0.0.0/27", usable: 27, needed: 5, free: 22 }, {}],
    });
    expect(await inputsByName("Subnet")).toEqual({});
    expect(await inputsByName("VpcEndpoint")).toMatchObject({
      "main-interface-sqs": { serviceName: "com.amazonaws.eu-west-1.sqs", subnetIds: ["subnet-1", "subnet-2"] },
    });
  });

  test("is adopted as one list that shows only later, as an awsx VPC hands its subnets out", async () => {
    const network = new Network("main", {
      vpcId: "vpc-1",
      cidrBlock: "10.0.0.0/16",
      subnetIds: pulumi.output(["subnet-1", "subnet-2"]),
      capacity: { sets: 2 },
    });
    expect(await valueOf(network.plan)).toMatchObject({ combinations: 4, subnets: [] });
  });
});
