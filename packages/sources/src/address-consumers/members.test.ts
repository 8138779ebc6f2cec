import { describe, expect, test } from "@jest/globals";
import type { AddressConsumer, Knowable, Members } from "@lambda-vpc/model";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Inputs, preview, type Resource, resource } from "../testing/program";
import { subnet, vpc } from "../testing/sample-resources";

const main = vpc("main");
const [a, b] = [subnet("a", main), subnet("b", main)];
const both = [idOf(a), idOf(b)];
const unknown = applied([main], 1);

const hidden: Knowable<Members> = { ok: false, error: "the number of its tasks or nodes is unknown until the deployment" };
const members = (usual: number, most: number): Knowable<Members> => ({ ok: true, value: { usual, most } });

function consumers(...program: readonly Resource[]): readonly AddressConsumer[] {
  return networkOf(preview([main, a, b, ...program])).addressConsumers ?? [];
}

function service(inputs: Inputs, name = "app"): Resource {
  return resource("aws:ecs/service:Service", name, { networkConfiguration: { subnets: both }, ...inputs });
}

function target(inputs: Inputs): Resource {
  return resource("aws:appautoscaling/target:Target", "scaling", { serviceNamespace: "ecs", maxCapacity: 10, ...inputs });
}

describe("the tasks of an ECS service are", () => {
  const app = service({ desiredCount: 2, name: "app" });
  const other = service({ desiredCount: 1, name: "other" }, "other");

  test.each<{ sentence: string; program: readonly Resource[]; expected: Knowable<Members> }>([
    {
      sentence: "its desired count, and twice as many while it is deployed",
      program: [service({ desiredCount: 3 })],
      expected: members(3, 6),
    },
    { sentence: "none if it states no count", program: [service({})], expected: members(0, 0) },
    {
      sentence: "as many as its maximum percent allows, rounded down",
      program: [service({ desiredCount: 3, deploymentMaximumPercent: 150 })],
      expected: members(3, 4),
    },
    {
      sentence: "never fewer than its desired count",
      program: [service({ desiredCount: 3, deploymentMaximumPercent: 50 })],
      expected: members(3, 3),
    },
    { sentence: "unknown if the count is", program: [service({ desiredCount: unknown })], expected: hidden },
    { sentence: "unknown if the percent is", program: [service({ deploymentMaximumPercent: unknown })], expected: hidden },
    { sentence: "unknown for a daemon", program: [service({ schedulingStrategy: "DAEMON" })], expected: hidden },
    { sentence: "as many as it scales out to", program: [app, target({ resourceId: "service/main/app" })], expected: members(2, 20) },
    {
      sentence: "not those of another service that scales",
      program: [app, target({ resourceId: "service/main/other" })],
      expected: members(2, 4),
    },
    {
      sentence: "perhaps those of a service whose name is unknown",
      program: [service({}), target({ resourceId: "service/main/x" })],
      expected: members(0, 20),
    },
    {
      sentence: "those that a target scales which depends on it",
      program: [app, target({ resourceId: applied([app], "x") })],
      expected: members(2, 20),
    },
    {
      sentence: "not those of a target that depends on another service",
      program: [app, other, target({ resourceId: applied([other], "x") })],
      expected: members(2, 4),
    },
    {
      sentence: "perhaps those of a target that depends on no service",
      program: [app, target({ resourceId: unknown })],
      expected: members(2, 20),
    },
    {
      sentence: "unknown if the target's maximum is",
      program: [app, target({ resourceId: "service/main/app", maxCapacity: unknown })],
      expected: hidden,
    },
  ])("$sentence", ({ program, expected }) => {
    expect(consumers(...program)[0]).toMatchObject({ kind: "container-service", members: expected });
  });

  test("the same with aws-native", () => {
    const native = (deploymentConfiguration: Inputs[string]): Resource =>
      resource("aws-native:ecs:Service", "app", {
        ...{ desiredCount: 2, networkConfiguration: { awsvpcConfiguration: { subnets: both } }, deploymentConfiguration },
      });
    const scaling = resource("aws-native:applicationautoscaling:ScalableTarget", "scaling", { resourceId: unknown, maxCapacity: 5 });
    expect(consumers(native({ maximumPercent: 300 }))).toMatchObject([{ kind: "container-service", members: members(2, 6) }]);
    expect(consumers(native(unknown))).toMatchObject([{ members: hidden }]);
    expect(consumers(native({}), scaling)).toMatchObject([{ members: members(2, 10) }]);
  });

  test("no matter of this VPC if it has no network configuration", () => {
    expect(consumers(resource("aws:ecs/service:Service", "app", { desiredCount: 2 }))).toEqual([]);
  });
});

describe("the nodes of an OpenSearch domain are", () => {
  test.each<{ sentence: string; clusterConfig: Inputs | typeof unknown; expected: Knowable<Members> }>([
    { sentence: "one if it states none, with three addresses reserved", clusterConfig: {}, expected: members(1, 3) },
    {
      sentence: "its data nodes and masters",
      clusterConfig: { instanceCount: 6, dedicatedMasterEnabled: true, dedicatedMasterCount: 5 },
      expected: members(11, 23),
    },
    { sentence: "three masters if it states no count", clusterConfig: { dedicatedMasterEnabled: true }, expected: members(4, 6) },
    {
      sentence: "no masters if they are off",
      clusterConfig: { dedicatedMasterEnabled: false, dedicatedMasterCount: 3 },
      expected: members(1, 3),
    },
    { sentence: "its warm nodes too", clusterConfig: { instanceCount: 2, warmEnabled: true, warmCount: 2 }, expected: members(4, 12) },
    {
      sentence: "its coordinators too",
      clusterConfig: { nodeOptions: [{ nodeType: "coordinator", nodeConfig: { enabled: true, count: 2 } }] },
      expected: members(3, 9),
    },
    { sentence: "unknown if the configuration is", clusterConfig: unknown, expected: hidden },
    { sentence: "unknown if the data nodes are", clusterConfig: { instanceCount: unknown }, expected: hidden },
    { sentence: "unknown if the masters are", clusterConfig: { dedicatedMasterEnabled: unknown }, expected: hidden },
    { sentence: "unknown if the coordinators are", clusterConfig: { nodeOptions: unknown }, expected: hidden },
  ])("$sentence", ({ clusterConfig, expected }) => {
    for (const type of ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain", "aws-native:opensearchservice:Domain"]) {
      const [domain] = consumers(resource(type, "search", { vpcOptions: { subnetIds: both }, clusterConfig }));
      expect(domain).toMatchObject({ kind: "search-domain", members: expected });
    }
  });
});

test("the nodes of a Kafka cluster are its brokers and ZooKeeper nodes, unknown if the brokers are", () => {
  const cluster = (numberOfBrokerNodes: Inputs[string]): Resource =>
    resource("aws:msk/cluster:Cluster", "events", { numberOfBrokerNodes, brokerNodeGroupInfo: { clientSubnets: both } });
  expect(consumers(cluster(6))).toMatchObject([{ kind: "kafka-cluster", members: members(6, 9) }]);
  expect(consumers(cluster(unknown))).toMatchObject([{ kind: "kafka-cluster", members: hidden }]);
});

describe("the nodes of a cache are", () => {
  const group = resource("aws:elasticache/subnetGroup:SubnetGroup", "caches", { subnetIds: both });

  test.each<{ sentence: string; type: string; inputs: Inputs; expected: Knowable<Members> }>([
    { sentence: "one if it states none", type: "aws:elasticache/cluster:Cluster", inputs: {}, expected: members(1, 2) },
    { sentence: "its cache nodes", type: "aws:elasticache/cluster:Cluster", inputs: { numCacheNodes: 3 }, expected: members(3, 6) },
    {
      sentence: "the clusters of a replication group",
      type: "aws:elasticache/replicationGroup:ReplicationGroup",
      inputs: { numCacheClusters: 2 },
      expected: members(2, 4),
    },
    {
      sentence: "the shards of a replication group, each with its replicas",
      type: "aws:elasticache/replicationGroup:ReplicationGroup",
      inputs: { numNodeGroups: 2, replicasPerNodeGroup: 1 },
      expected: members(4, 8),
    },
    {
      sentence: "unknown if the replicas are",
      type: "aws:elasticache/replicationGroup:ReplicationGroup",
      inputs: { numNodeGroups: 2, replicasPerNodeGroup: unknown },
      expected: hidden,
    },
  ])("$sentence", ({ type, inputs, expected }) => {
    const cache = resource(type, "cache", { subnetGroupName: idOf(group), ...inputs });
    expect(consumers(group, cache)).toMatchObject([{ kind: "cache", members: expected }]);
  });
});
