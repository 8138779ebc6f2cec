import type { AddressConsumerKind, Knowable, Members } from "@lambda-vpc/model";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import { isProperties, UNKNOWN, type Value } from "../stack/value";
import { valuesAt } from "../stack/values-at";

/** The number of members in each kind of consumer that has members, by the settings of the resource. */
const membersByKind: Partial<Record<AddressConsumerKind, (stack: Stack, resource: StackResource) => Members | undefined>> = {
  "container-service": tasksOf,
  "search-domain": searchNodesOf,
  "kafka-cluster": kafkaNodesOf,
  cache: cacheNodesOf,
};

/** The members of a consumer. Undefined if its kind has none. */
export function membersOf(stack: Stack, kind: AddressConsumerKind, resource: StackResource): Knowable<Members> | undefined {
  const members = membersByKind[kind];
  if (members === undefined) return undefined;
  const value = members(stack, resource);
  return value === undefined
    ? { ok: false, error: "the number of its tasks or nodes is unknown until the deployment" }
    : { ok: true, value };
}

/** The default of a replica service, in percent (docs/aws-facts.md#task-limits). */
const MAXIMUM_PERCENT = 200;

/** The tasks of an ECS service: those of its desired count, or of the largest count to which the stack lets services scale out. */
function tasksOf(stack: Stack, service: StackResource): Members | undefined {
  const usual = numberOr(0, given(service, "desiredCount"));
  const percent = maximumPercentOf(service);
  const scaled = stack.resources
    .filter(({ type }) => scalingTargets.includes(type))
    .filter((target) => mayScale(stack, target, service))
    .map((target) => numberOr(undefined, given(target, "maxCapacity")));
  if (usual === undefined || percent === undefined || scaled.includes(undefined)) return undefined;
  const strategy = given(service, "schedulingStrategy") ?? "REPLICA";
  if (strategy !== "REPLICA") return undefined;
  const largest = Math.max(usual, ...scaled.map((count) => count ?? 0));
  return { usual, most: Math.max(largest, Math.floor((largest * percent) / 100)) };
}

const scalingTargets: readonly string[] = ["aws:appautoscaling/target:Target", "aws-native:applicationautoscaling:ScalableTarget"];

function maximumPercentOf(service: StackResource): number | undefined {
  const configuration = given(service, "deploymentConfiguration");
  const nested = isProperties(configuration) ? configuration["maximumPercent"] : configuration === UNKNOWN ? UNKNOWN : undefined;
  return numberOr(MAXIMUM_PERCENT, given(service, "deploymentMaximumPercent") ?? nested);
}

/** Whether a target of automatic scaling may be the service: its resource is `service/CLUSTER/SERVICE`. */
function mayScale(stack: Stack, target: StackResource, service: StackResource): boolean {
  const resource = given(target, "resourceId");
  const name = given(service, "name");
  if (typeof resource === "string") return typeof name !== "string" || resource.endsWith(`/${name}`);
  const dependencies = stack.dependencies(target, "resourceId");
  const services = dependencies.filter(({ type }) => type === service.type);
  return services.length === 0 || services.includes(service);
}

/** The interfaces that a domain reserves for each data node (docs/aws-facts.md#search-domain-addresses). */
const RESERVED_PER_DATA_NODE = 3;
/** The number of master nodes of a domain if the program states none. */
const MASTER_NODES = 3;

/** The nodes of an OpenSearch domain. Warm nodes and coordinators hold no other share than data nodes. */
function searchNodesOf(_: Stack, domain: StackResource): Members | undefined {
  const config = given(domain, "clusterConfig") ?? {};
  if (!isProperties(config)) return undefined;
  const counts = [
    numberOr(1, config["instanceCount"]),
    countIf(config["warmEnabled"], config["warmCount"], 0),
    ...coordinatorsOf(config["nodeOptions"]),
  ];
  const masters = countIf(config["dedicatedMasterEnabled"], config["dedicatedMasterCount"], MASTER_NODES);
  const data = counts.reduce<number | undefined>((sum, count) => (sum === undefined || count === undefined ? undefined : sum + count), 0);
  if (data === undefined || masters === undefined) return undefined;
  return { usual: data + masters, most: RESERVED_PER_DATA_NODE * data + masters };
}

function coordinatorsOf(options: Value | undefined): readonly (number | undefined)[] {
  const counts = valuesAt({ options: options ?? null }, "options[].nodeConfig.count");
  return counts === UNKNOWN ? [undefined] : counts.map((count) => numberOr(0, count));
}

/** The ZooKeeper nodes of a cluster (docs/aws-facts.md#broker-addresses). */
const ZOOKEEPER_NODES = 3;

function kafkaNodesOf(_: Stack, cluster: StackResource): Members | undefined {
  const brokers = numberOr(undefined, given(cluster, "numberOfBrokerNodes"));
  return brokers === undefined ? undefined : { usual: brokers, most: brokers + ZOOKEEPER_NODES };
}

/** The nodes of a cache. While ElastiCache replaces nodes, old and new ones may exist (docs/aws-facts.md#cache-node-addresses). */
function cacheNodesOf(_: Stack, cache: StackResource): Members | undefined {
  const [clusters, groups, replicas, nodes] = ["numCacheClusters", "numNodeGroups", "replicasPerNodeGroup", "numCacheNodes"].map(
    (property) => numberOr(-1, given(cache, property)),
  );
  if (clusters === undefined || groups === undefined || replicas === undefined || nodes === undefined) return undefined;
  const sharded = Math.max(1, groups) * (Math.max(0, replicas) + 1);
  const usual = Math.max(sharded, clusters, nodes);
  return { usual, most: 2 * usual };
}

/** `fallback` if the value is absent, and undefined if it is unknown or no number. */
function numberOr<T>(fallback: T, value: Value | undefined): number | T | undefined {
  if (value === undefined || value === null) return fallback;
  return typeof value === "number" ? Math.max(0, value) : undefined;
}

/** `count` if `enabled` is true, and zero if it is absent or false. */
function countIf(enabled: Value | undefined, count: Value | undefined, fallback: number): number | undefined {
  if (enabled === UNKNOWN) return undefined;
  return enabled === true ? numberOr(fallback, count) : 0;
}
