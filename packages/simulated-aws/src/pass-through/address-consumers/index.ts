import { freeAddresses } from "../../account/interfaces/address-count";
import { subnetGroupKey } from "../../account/address-consumers/subnet-group";
import { spread } from "../../account/address-consumers/placed-interfaces";
import { type AddressErrors, ec2AddressErrors } from "../../account/interfaces/address-assignment";
import type { Account } from "../../account/store/account";
import { AwsError } from "../../account/store/aws-error";
import { flag, number, object, objects, text, texts } from "../../property/read";
import type { Properties } from "../../property/value";
import { remembered } from "../remembered";
import type { AddressConsumer } from "./address-consumer";

/**
 * Types that take addresses as AWS documents, by token. They are otherwise passed through. Where the error of a service for a full subnet
 * is not documented, it is that of EC2 (docs/aws-facts.md#ec2-errors).
 */
export const addressConsumers: ReadonlyMap<string, AddressConsumer> = new Map<string, AddressConsumer>([
  [
    "aws:ec2/instance:Instance",
    { place: instance, outputs: ([first]) => ({ privateIp: first?.addresses[0] ?? "", primaryNetworkInterfaceId: first?.id ?? "" }) },
  ],
  ["aws:ec2transitgateway/vpcAttachment:VpcAttachment", { place: transitGatewayAttachment }],
  ["aws:ecs/service:Service", { place: service }],
  ["aws:elasticache/cluster:Cluster", { place: cacheCluster }],
  [
    "aws:elasticache/replicationGroup:ReplicationGroup",
    { place: (account, owner, values) => caches(account, owner, values, replicationNodes(values)) },
  ],
  ["aws:elasticsearch/domain:Domain", { place: searchDomain }],
  ["aws:opensearch/domain:Domain", { place: searchDomain }],
  ["aws:msk/cluster:Cluster", { place: brokers }],
  ["aws:rds/clusterInstance:ClusterInstance", { place: clusterInstance("rds", "dbSubnetGroupName") }],
  ["aws:docdb/clusterInstance:ClusterInstance", { place: clusterInstance("docdb", "dbSubnetGroupName") }],
  ["aws:neptune/clusterInstance:ClusterInstance", { place: clusterInstance("neptune", "neptuneSubnetGroupName") }],
  ["aws:route53/resolverEndpoint:ResolverEndpoint", { place: resolverEndpoint }],
  ["aws:transfer/server:Server", { place: transferServer }],
]);

function inEach(subnetIds: readonly string[], securityGroupIds: readonly string[], description: string) {
  return { subnetIds: [...new Set(subnetIds)], securityGroupIds, description, errors: ec2AddressErrors };
}

/** One address in each subnet (docs/aws-facts.md#transit-gateway-addresses). */
function transitGatewayAttachment(_: Account, __: string, values: Properties) {
  return inEach(texts(values, "subnetIds"), [], "Transit Gateway attachment");
}

/** One primary address, and those that the program specifies (docs/aws-facts.md#instance-addresses). */
function instance(_: Account, __: string, values: Properties) {
  const subnetId = text(values, "subnetId");
  const hasOther = objects(values, "networkInterfaces").length > 0 || object(values, "primaryNetworkInterface") !== undefined;
  if (subnetId === undefined || hasOther) return undefined;
  const requests = [{ primary: text(values, "privateIp"), secondary: texts(values, "secondaryPrivateIps") }];
  return { ...inEach([subnetId], texts(values, "vpcSecurityGroupIds"), "Primary network interface"), requests };
}

/** One address for each task (docs/aws-facts.md#ecs-task-addresses). */
function service(account: Account, owner: string, values: Properties) {
  const network = object(values, "networkConfiguration");
  if (network === undefined || text(values, "schedulingStrategy") === "DAEMON") return undefined;
  const [subnets, count] = [texts(network, "subnets"), number(values, "desiredCount") ?? 0];
  const subnetIds = spread(account, owner, subnets, count);
  // ECS accepts the service and starts the tasks later, so only a program that waits for them sees that one cannot start.
  if (subnetIds.length < count && flag(values, "waitForSteadyState"))
    throw new AwsError(
      "InsufficientFreeAddressesInSubnet",
      `unable to place a task of ${owner.split("/").at(-1)}: no free address in ${subnets.join(", ")}.`,
    );
  return { subnetIds, securityGroupIds: texts(network, "securityGroups"), description: "ECS task", errors: ec2AddressErrors };
}

/** Three addresses for each data node, in equal parts in its subnets (docs/aws-facts.md#search-domain-addresses). */
function searchDomain(_: Account, __: string, values: Properties) {
  const options = object(values, "vpcOptions");
  const subnets = [...new Set(texts(options ?? {}, "subnetIds"))];
  if (options === undefined || subnets.length === 0) return undefined;
  const nodes = number(object(values, "clusterConfig") ?? {}, "instanceCount") ?? 0;
  const each = Math.ceil((3 * Math.max(1, nodes)) / subnets.length);
  const subnetIds = subnets.flatMap((id) => Array.from({ length: each }, () => id));
  return {
    subnetIds,
    securityGroupIds: texts(options, "securityGroupIds"),
    description: `ES ${text(values, "domainName") ?? ""}`,
    errors: ec2AddressErrors,
  };
}

/** A cluster that is a node of a replication group is counted there. */
function cacheCluster(account: Account, owner: string, values: Properties) {
  const nodes = number(values, "numCacheNodes") ?? 1;
  return text(values, "replicationGroupId") === undefined ? caches(account, owner, values, nodes) : undefined;
}

function replicationNodes(values: Properties): number {
  const shards = number(values, "numNodeGroups") ?? 0;
  if (shards > 0) return shards * (1 + (number(values, "replicasPerNodeGroup") ?? 0));
  return Math.max(1, number(values, "numCacheClusters") ?? 1);
}

/** One address for each node, in a subnet of the subnet group (docs/aws-facts.md#cache-node-addresses). */
function caches(account: Account, owner: string, values: Properties, count: number) {
  const group = text(values, "subnetGroupName");
  const subnets = group === undefined ? [] : (account.tables.subnetGroups.get(subnetGroupKey("elasticache", group))?.subnetIds ?? []);
  if (subnets.length === 0) return undefined;
  return placedNodes(account, owner, subnets, Math.max(1, count), texts(values, "securityGroupIds"), "ElastiCache node", ec2AddressErrors);
}

/** One address for each broker, in equal parts in the client subnets (docs/aws-facts.md#broker-addresses). */
function brokers(account: Account, owner: string, values: Properties) {
  const info = object(values, "brokerNodeGroupInfo") ?? {};
  const subnets = texts(info, "clientSubnets");
  if (subnets.length === 0) return undefined;
  const count = number(values, "numberOfBrokerNodes") ?? subnets.length;
  return placedNodes(account, owner, subnets, count, texts(info, "securityGroups"), "MSK broker", ec2AddressErrors);
}

/** As for DB instances: docs/aws-facts.md#database-without-address. */
const databaseErrors: AddressErrors = {
  noFreeAddress: (subnetId) =>
    new AwsError("incompatible-network", `the DB instance cannot become available: there is no available IP address in ${subnetId}.`),
};

/** One address in a subnet of the subnet group of its cluster (docs/aws-facts.md#database-addresses). */
function clusterInstance(module: "rds" | "docdb" | "neptune", groupField: string): AddressConsumer["place"] {
  return (account, owner, values) => {
    const cluster = remembered(account, `aws:${module}/cluster:Cluster`, text(values, "clusterIdentifier") ?? "");
    const name = text(values, groupField) ?? text(cluster, groupField);
    if (name === undefined) return undefined;
    const ofService = remembered(account, `aws:${module}/subnetGroup:SubnetGroup`, name);
    const subnets = account.tables.dbSubnetGroups.get(name)?.subnetIds ?? texts(ofService, "subnetIds");
    if (subnets.length === 0) return undefined;
    const mostFree = [...subnets].sort((one, other) => freeAddresses(account, other) - freeAddresses(account, one));
    return placedNodes(account, owner, mostFree, 1, texts(cluster, "vpcSecurityGroupIds"), "RDSNetworkInterface", databaseErrors);
  };
}

/** Interfaces that must all find an address. */
function placedNodes(
  account: Account,
  owner: string,
  subnets: readonly string[],
  count: number,
  securityGroupIds: readonly string[],
  description: string,
  errors: AddressErrors,
) {
  const subnetIds = spread(account, owner, subnets, count);
  if (subnetIds.length < count) throw errors.noFreeAddress(subnets.join(", "));
  return { subnetIds, securityGroupIds, description, errors };
}

/** One address for each entry (docs/aws-facts.md#resolver-endpoint-addresses). */
function resolverEndpoint(_: Account, __: string, values: Properties) {
  const entries = objects(values, "ipAddresses");
  return {
    subnetIds: entries.flatMap((entry) => text(entry, "subnetId") ?? []),
    requests: entries.map((entry) => ({ primary: text(entry, "ip") })),
    securityGroupIds: texts(values, "securityGroupIds"),
    description: "Route 53 Resolver",
    errors: ec2AddressErrors,
  };
}

/**
 * A server in a VPC has an endpoint there (docs/aws-facts.md#transfer-server-addresses), with one address in each subnet as every
 * interface endpoint (docs/aws-facts.md#interface-endpoint-addresses).
 */
function transferServer(_: Account, __: string, values: Properties) {
  const details = object(values, "endpointDetails");
  return details === undefined || text(values, "endpointType") !== "VPC"
    ? undefined
    : inEach(texts(details, "subnetIds"), texts(details, "securityGroupIds"), "AWS Transfer server");
}
