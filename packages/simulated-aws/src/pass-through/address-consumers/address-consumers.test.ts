import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Properties } from "../../property/value";
import { addressOf, ProviderExample } from "../../testing/provider-example";

let example: ProviderExample;
let network: Awaited<ReturnType<ProviderExample["network"]>>;

beforeEach(async () => {
  example = new ProviderExample();
  network = await example.network();
});

afterEach(() => {
  example.end();
});

/** The addresses of the example's subnets that are in use. */
const used = () => network.subnets.map((id) => 59 - Number(example.freeAddresses(id)));

type Make = () => Promise<{ readonly type: string; readonly inputs: Properties }>;

const withGroup = async (type: string, groupType: string, inputs: (group: string) => Properties) => {
  const group = await example.make(groupType, { name: "group", subnetIds: [...network.subnets] });
  return { type, inputs: inputs(group.id) };
};

const databaseInstance = (module: "rds" | "docdb" | "neptune", groupField: string) => async () => {
  const group = await example.make(`aws:${module}/subnetGroup:SubnetGroup`, { name: "group", subnetIds: [...network.subnets] });
  const cluster = await example.make(`aws:${module}/cluster:Cluster`, {
    clusterIdentifier: "c",
    engine: "aurora-postgresql",
    [groupField]: group.id,
    vpcSecurityGroupIds: [network.group],
  });
  return {
    type: `aws:${module}/clusterInstance:ClusterInstance`,
    inputs: { clusterIdentifier: cluster.id, identifier: "i", instanceClass: "db.r6g.large", engine: "aurora-postgresql" },
  };
};

const consumers: readonly (readonly [what: string, make: Make, addresses: readonly [number, number]])[] = [
  [
    "an EC2 instance with a secondary address",
    () =>
      Promise.resolve({ type: "aws:ec2/instance:Instance", inputs: { subnetId: network.subnets[0], secondaryPrivateIps: ["10.0.0.62"] } }),
    [2, 0],
  ],
  [
    "a Fargate service of three tasks",
    () =>
      Promise.resolve({
        type: "aws:ecs/service:Service",
        inputs: { desiredCount: 3, networkConfiguration: { subnets: [...network.subnets], securityGroups: [network.group] } },
      }),
    [2, 1],
  ],
  [
    "a service without a network of its tasks",
    () => Promise.resolve({ type: "aws:ecs/service:Service", inputs: { desiredCount: 3 } }),
    [0, 0],
  ],
  [
    "a search domain of three data nodes",
    () =>
      Promise.resolve({
        type: "aws:opensearch/domain:Domain",
        inputs: { domainName: "d", clusterConfig: { instanceCount: 3 }, vpcOptions: { subnetIds: [...network.subnets] } },
      }),
    [5, 5],
  ],
  [
    "a search domain with the default number of nodes",
    () =>
      Promise.resolve({
        type: "aws:opensearch/domain:Domain",
        inputs: { domainName: "d", vpcOptions: { subnetIds: [network.subnets[0]] } },
      }),
    [3, 0],
  ],
  ["a search domain outside a VPC", () => Promise.resolve({ type: "aws:opensearch/domain:Domain", inputs: { domainName: "d" } }), [0, 0]],
  [
    "a cache cluster of two nodes",
    () =>
      withGroup("aws:elasticache/cluster:Cluster", "aws:elasticache/subnetGroup:SubnetGroup", (subnetGroupName) => ({
        clusterId: "c",
        engine: "memcached",
        numCacheNodes: 2,
        subnetGroupName,
      })),
    [1, 1],
  ],
  [
    "a replication group of two shards with one replica each",
    () =>
      withGroup("aws:elasticache/replicationGroup:ReplicationGroup", "aws:elasticache/subnetGroup:SubnetGroup", (subnetGroupName) => ({
        replicationGroupId: "r",
        description: "d",
        numNodeGroups: 2,
        replicasPerNodeGroup: 1,
        subnetGroupName,
      })),
    [2, 2],
  ],
  [
    "an MSK cluster of four brokers",
    () =>
      Promise.resolve({
        type: "aws:msk/cluster:Cluster",
        inputs: {
          clusterName: "m",
          kafkaVersion: "3.8.x",
          numberOfBrokerNodes: 4,
          brokerNodeGroupInfo: { clientSubnets: [...network.subnets], instanceType: "kafka.m7g.large", securityGroups: [network.group] },
        },
      }),
    [2, 2],
  ],
  ["an instance of an Aurora cluster", databaseInstance("rds", "dbSubnetGroupName"), [1, 0]],
  ["an instance of a DocumentDB cluster", databaseInstance("docdb", "dbSubnetGroupName"), [1, 0]],
  ["an instance of a Neptune cluster", databaseInstance("neptune", "neptuneSubnetGroupName"), [1, 0]],
  [
    "a Transfer server in a VPC",
    () =>
      Promise.resolve({
        type: "aws:transfer/server:Server",
        inputs: { endpointType: "VPC", endpointDetails: { vpcId: network.vpc, subnetIds: [...network.subnets] } },
      }),
    [1, 1],
  ],
  [
    "an attachment of a transit gateway",
    () =>
      Promise.resolve({
        type: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
        inputs: { transitGatewayId: "tgw-1", vpcId: network.vpc, subnetIds: [...network.subnets] },
      }),
    [1, 1],
  ],
  [
    "a resolver endpoint",
    () =>
      Promise.resolve({
        type: "aws:route53/resolverEndpoint:ResolverEndpoint",
        inputs: {
          direction: "OUTBOUND",
          securityGroupIds: [network.group],
          ipAddresses: network.subnets.map((subnetId) => ({ subnetId })),
        },
      }),
    [1, 1],
  ],
];

describe.each(consumers)("%s", (_, make, addresses) => {
  test(`takes ${addresses.join(" and ")} addresses until it is deleted, and previews as unchanged`, async () => {
    const { type, inputs } = await make();
    const made = await example.make(type, inputs);
    expect(used()).toEqual(addresses);
    const read = example.provider.read(addressOf(type), made.id, made.inputs, made.outputs);
    expect(read).toEqual({ inputs: made.inputs, outputs: made.outputs });
    await example.provider.remove(addressOf(type), made.id, made.outputs);
    expect(used()).toEqual([0, 0]);
  });
});

/** Leaves one free address in each subnet. */
async function fill(): Promise<void> {
  for (const subnetId of network.subnets)
    await example.make("aws:ec2/networkInterface:NetworkInterface", { subnetId, privateIpsCount: 57 });
  expect(network.subnets.map((id) => example.freeAddresses(id))).toEqual([1, 1]);
}

describe("in a full subnet", () => {
  test.each(consumers.filter(([what]) => /three data nodes|two shards|four brokers|secondary/.test(what)))(
    "%s is refused and takes nothing",
    async (_, make) => {
      await fill();
      const { type, inputs } = await make();
      await expect(example.make(type, inputs)).rejects.toThrow(/^InsufficientFreeAddressesInSubnet: .*subnet-/);
      expect(network.subnets.map((id) => example.freeAddresses(id))).toEqual([1, 1]);
    },
  );

  test("a service starts the tasks that find an address, and is refused only if the program waits for all", async () => {
    await fill();
    const inputs = { name: "api", desiredCount: 3, networkConfiguration: { subnets: [...network.subnets] } };
    await expect(example.make("aws:ecs/service:Service", { ...inputs, waitForSteadyState: true })).rejects.toThrow(
      /^InsufficientFreeAddressesInSubnet: unable to place a task/,
    );
    await example.make("aws:ecs/service:Service", inputs);
    expect(network.subnets.map((id) => example.freeAddresses(id))).toEqual([0, 0]);
  });

  test("a database instance stays in the state that RDS reports", async () => {
    await fill();
    for (const subnetId of network.subnets) await example.make("aws:ec2/networkInterface:NetworkInterface", { subnetId });
    const { type, inputs } = await databaseInstance("rds", "dbSubnetGroupName")();
    await expect(example.make(type, inputs)).rejects.toThrow(/^incompatible-network: /);
  });
});

test("a service that scales starts and stops tasks, and keeps the others", async () => {
  const TYPE = "aws:ecs/service:Service";
  const inputs = (desiredCount: number) => ({ name: "api", desiredCount, networkConfiguration: { subnets: [...network.subnets] } });
  const two = await example.make(TYPE, inputs(2));
  const five = await example.change(TYPE, two, inputs(5));
  expect(used()).toEqual([3, 2]);
  await example.change(TYPE, five, inputs(1));
  expect(used()).toEqual([1, 0]);
});

test("an instance has the address of its interface as an output, and subnets with tasks cannot be deleted", async () => {
  const { outputs } = await example.make("aws:ec2/instance:Instance", { subnetId: network.subnets[0] });
  expect(outputs).toMatchObject({ privateIp: "10.0.0.4", primaryNetworkInterfaceId: expect.stringMatching(/^eni-0/) });
  const TYPE = "aws:ec2/subnet:Subnet";
  await expect(example.provider.remove(addressOf(TYPE), network.subnets[0], {})).rejects.toThrow(/^DependencyViolation/);
});
