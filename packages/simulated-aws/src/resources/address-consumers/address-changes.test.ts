import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Properties, UNKNOWN as U } from "../../property/value";
import { addressOf, ProviderExample } from "../../testing/provider-example";

/** Of 59 addresses in each of two subnets. */
const ALL = 59;

let example: ProviderExample;
let network: Awaited<ReturnType<ProviderExample["network"]>>;

beforeEach(async () => {
  example = new ProviderExample();
  network = await example.network();
});

afterEach(() => {
  example.end();
});

const taken = () => network.subnets.map((subnet) => ALL - Number(example.freeAddresses(subnet)));

interface Row {
  readonly says: string;
  readonly type: string;
  readonly first: () => Properties;
  readonly second: () => Properties;
  /** Addresses taken of the two subnets, first and second. */
  readonly takes: readonly [readonly number[], readonly number[]];
}

const endpoint = (subnetIds: readonly string[]) => ({ vpcId: network.vpc, vpcEndpointType: "Interface", serviceName: "sqs", subnetIds });
const mapping = (...subnets: readonly string[]) => ({
  loadBalancerType: "network",
  subnetMappings: subnets.map((subnetId) => ({ subnetId })),
});

const rows: readonly Row[] = [
  {
    says: "an endpoint moves to another subnet",
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    first: () => endpoint([network.subnets[0]]),
    second: () => endpoint([network.subnets[1]]),
    takes: [
      [1, 0],
      [0, 1],
    ],
  },
  {
    says: "a load balancer is mapped to another subnet",
    type: "aws:lb/loadBalancer:LoadBalancer",
    first: () => mapping(network.subnets[0]),
    second: () => mapping(network.subnets[1]),
    takes: [
      [1, 0],
      [0, 1],
    ],
  },
  {
    says: "a load balancer gets a second subnet",
    type: "aws:lb/loadBalancer:LoadBalancer",
    first: () => ({ loadBalancerType: "network", subnets: [network.subnets[0]] }),
    second: () => ({ loadBalancerType: "network", subnets: [...network.subnets] }),
    takes: [
      [1, 0],
      [1, 1],
    ],
  },
  {
    says: "a network interface gets more addresses",
    type: "aws:ec2/networkInterface:NetworkInterface",
    first: () => ({ subnetId: network.subnets[0] }),
    second: () => ({ subnetId: network.subnets[0], privateIpsCount: 3 }),
    takes: [
      [1, 0],
      [4, 0],
    ],
  },
  {
    says: "a network interface gets fewer addresses",
    type: "aws:ec2/networkInterface:NetworkInterface",
    first: () => ({ subnetId: network.subnets[0], privateIpsCount: 3 }),
    second: () => ({ subnetId: network.subnets[0], privateIpsCount: 1 }),
    takes: [
      [4, 0],
      [2, 0],
    ],
  },
  {
    says: "a network interface gets a second address that the program chose",
    type: "aws:ec2/networkInterface:NetworkInterface",
    first: () => ({ subnetId: network.subnets[0], privateIps: ["10.0.0.9"] }),
    second: () => ({ subnetId: network.subnets[0], privateIps: ["10.0.0.9", "10.0.0.8"] }),
    takes: [
      [1, 0],
      [2, 0],
    ],
  },
  {
    says: "a private NAT gateway gets secondary addresses",
    type: "aws:ec2/natGateway:NatGateway",
    first: () => ({ subnetId: network.subnets[0], connectivityType: "private" }),
    second: () => ({ subnetId: network.subnets[0], connectivityType: "private", secondaryPrivateIpAddresses: ["10.0.0.8", "10.0.0.9"] }),
    takes: [
      [1, 0],
      [3, 0],
    ],
  },
];

test.each(rows)("$says", async ({ type, first, second, takes }) => {
  const made = await example.make(type, first());
  expect(taken()).toEqual(takes[0]);
  const changed = await example.change(type, made, second());
  expect(taken()).toEqual(takes[1]);
  await example.provider.remove(addressOf(type), changed.id, changed.outputs);
  expect(taken()).toEqual([0, 0]);
});

describe("what is replaced", () => {
  test.each([
    { type: "aws:ec2/networkInterface:NetworkInterface", first: { privateIps: ["10.0.0.9"] }, second: { privateIps: ["10.0.0.8"] } },
    {
      type: "aws:ec2/natGateway:NatGateway",
      first: { connectivityType: "private" },
      second: { connectivityType: "private", privateIp: "10.0.0.9" },
    },
  ])("is a $type that gets another first address", async ({ type, first, second }) => {
    const made = await example.make(type, { subnetId: network.subnets[0], ...first });
    await expect(example.change(type, made, { subnetId: network.subnets[0], ...second })).rejects.toThrow(/replaces the resource$/);
  });
});

test("a NAT gateway's private addresses are unknown while its Elastic IP addresses change, and follow them", async () => {
  const type = "aws:ec2/natGateway:NatGateway";
  const eip = async () => (await example.make("aws:ec2/eip:Eip", {})).id;
  const inputs = { subnetId: network.subnets[0], allocationId: await eip() };
  const made = await example.make(type, inputs);
  const { inputs: more } = example.check(type, { ...inputs, secondaryAllocationIds: [await eip(), await eip()] }, made.inputs);
  expect(example.provider.preview(addressOf(type), more, made.outputs)).toMatchObject({ secondaryPrivateIpAddresses: U });
  const grown = await example.change(type, made, more);
  expect(grown.outputs).toMatchObject({ secondaryPrivateIpAddressCount: 2, secondaryPrivateIpAddresses: ["10.0.0.5", "10.0.0.6"] });
  expect(taken()).toEqual([3, 0]);
  await example.change(type, grown, { ...inputs, secondaryAllocationIds: [] });
  expect(taken()).toEqual([1, 0]);
});
