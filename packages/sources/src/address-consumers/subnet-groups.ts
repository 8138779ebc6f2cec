import type { AddressConsumerKind, PartialList } from "@lambda-vpc/model";
import { readList } from "../lists/read-list";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import { UNKNOWN } from "../stack/value";

/** The use of a subnet group: its service takes addresses in the subnets that it chooses. */
export interface SubnetGroupUse {
  readonly kind: AddressConsumerKind;
  readonly subnets: PartialList;
}

/** Subnet groups name subnets for other resources and take no address. */
export function isSubnetGroup({ type }: StackResource): boolean {
  return type.endsWith("SubnetGroup");
}

const groupProperty = /subnetGroup(Name|Id)$/i;
const CLUSTER = "aws:rds/cluster:Cluster";
const CLUSTER_INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
const databases: readonly string[] = ["aws:rds/instance:Instance", CLUSTER_INSTANCE];
const caches: readonly string[] = [
  "aws:elasticache/cluster:Cluster",
  "aws:elasticache/replicationGroup:ReplicationGroup",
  "aws-native:elasticache:CacheCluster",
  "aws-native:elasticache:ReplicationGroup",
];

/** The subnets in which `resource` is placed through a subnet group; undefined if it names none. */
export function subnetGroupUse(stack: Stack, resource: StackResource): SubnetGroupUse | undefined {
  const kind = kindOf(resource);
  if (kind === undefined) return undefined;
  const place = [resource, ...clusterOf(stack, resource)].flatMap((placed) => groupPlaces(placed))[0];
  if (place === undefined) return undefined;
  const group = resourceNamed(stack, place, isSubnetGroup);
  // The subnets of a group of another stack, or of one of several groups, are unknown.
  const list = group === undefined ? UNKNOWN : given(group, "subnetIds");
  return { kind, subnets: readList(stack, { resource: group ?? place.resource, property: "subnetIds" }, list, "subnet") };
}

/** An Aurora cluster is storage, and its instances take the addresses. A cluster that creates its instances takes their addresses. */
function kindOf(resource: StackResource): AddressConsumerKind | undefined {
  if (caches.includes(resource.type)) return "cache";
  if (resource.type !== CLUSTER) return databases.includes(resource.type) ? "database" : "other";
  const createsInstances = (given(resource, "dbClusterInstanceClass") ?? null) !== null || given(resource, "engineMode") === "serverless";
  return createsInstances ? "database" : undefined;
}

/** The cluster that places an instance without its own subnet group. */
function clusterOf(stack: Stack, resource: StackResource): readonly StackResource[] {
  if (resource.type !== CLUSTER_INSTANCE) return [];
  const cluster = resourceNamed(stack, { resource, property: "clusterIdentifier" }, ({ type }) => type === CLUSTER);
  return cluster === undefined ? [] : [cluster];
}

interface NamingPlace {
  readonly resource: StackResource;
  readonly property: string;
}

function groupPlaces(resource: StackResource): readonly NamingPlace[] {
  const properties = Object.entries(resource.inputs ?? resource.outputs);
  return properties.flatMap(([property, value]) => (groupProperty.test(property) && value !== null ? [{ resource, property }] : []));
}

/** The resource that a name refers to: the one with this name in the same service, or the only one that an unknown name depends on. */
function resourceNamed(
  stack: Stack,
  { resource, property }: NamingPlace,
  is: (resource: StackResource) => boolean,
): StackResource | undefined {
  const name = given(resource, property);
  const family = stack.dependencies(resource, property).flatMap((dependency) => stack.familyOf(dependency));
  const found =
    name === UNKNOWN
      ? family.filter(is)
      : stack.resources.filter(
          (one) => is(one) && serviceOf(one) === serviceOf(resource) && [one.outputs["id"], given(one, "name")].includes(name),
        );
  const [only, ...others] = new Set(found);
  return others.length === 0 ? only : undefined;
}

function serviceOf({ type }: StackResource): string {
  return type.split(/[/:]/).slice(0, 2).join(":");
}
