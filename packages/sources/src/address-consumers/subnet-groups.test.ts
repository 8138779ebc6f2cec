import type { AddressConsumer } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Inputs, preview, type Resource, resource, settled, urnOf } from "../testing/program";
import { subnet, vpc } from "../testing/sample-resources";

const main = vpc("main");
const subnets = [subnet("a", main), subnet("b", main)];
const group = resource("aws:rds/subnetGroup:SubnetGroup", "group", { name: "private", subnetIds: subnets.map(idOf) });
const other = resource("aws:rds/subnetGroup:SubnetGroup", "other", { subnetIds: subnets.slice(0, 1).map(idOf) });
const caches = resource("aws:elasticache/subnetGroup:SubnetGroup", "caches", { name: "private", subnetIds: [idOf(subnet("c", main))] });
const cluster = resource("aws:rds/cluster:Cluster", "cluster", { dbSubnetGroupName: idOf(group) });
const base = [main, ...subnets, group, other, caches, cluster];

const inGroup = { known: [], holes: 2, candidates: subnets.map(urnOf) };
const anywhere = { known: [], holes: "unknown", candidates: [] };

function database(inputs: Inputs): Resource {
  return resource("aws:rds/instance:Instance", "orders", { instanceClass: "db.t4g.micro", ...inputs });
}

function consumersAt(moment: "first" | "after", ...program: readonly Resource[]): readonly AddressConsumer[] {
  const all = [...base, ...program];
  return networkOf(moment === "first" ? preview(all) : settled(all)).addressConsumers ?? [];
}

describe("a database is in the subnets of its group", () => {
  const rows: readonly { sentence: string; uses: Resource; kind: string; subnets: object }[] = [
    { sentence: "that it names by output", uses: database({ dbSubnetGroupName: idOf(group) }), kind: "database", subnets: inGroup },
    {
      sentence: "that it names by name, of its own service",
      uses: database({ dbSubnetGroupName: "private" }),
      kind: "database",
      subnets: inGroup,
    },
    {
      sentence: "wherever that is, if it is of another stack",
      uses: database({ dbSubnetGroupName: "far" }),
      kind: "database",
      subnets: anywhere,
    },
    {
      sentence: "whichever it is, if it may be one of two",
      uses: database({ dbSubnetGroupName: applied([group, other], "private") }),
      ...{ kind: "database", subnets: anywhere },
    },
    {
      sentence: "that its cluster names",
      uses: resource("aws:rds/clusterInstance:ClusterInstance", "reader", { clusterIdentifier: idOf(cluster) }),
      ...{ kind: "database", subnets: inGroup },
    },
    {
      sentence: "with the instances that a cluster makes itself",
      uses: resource("aws:rds/cluster:Cluster", "multi", { dbSubnetGroupName: idOf(group), dbClusterInstanceClass: "db.m6gd.large" }),
      ...{ kind: "database", subnets: inGroup },
    },
    {
      sentence: "and so is what else has one, of unknown need",
      uses: resource("aws:redshift/cluster:Cluster", "facts", { clusterSubnetGroupName: idOf(group) }),
      ...{ kind: "other", subnets: inGroup },
    },
  ];

  test.each(rows)("$sentence", ({ uses, kind, subnets }) => {
    expect(consumersAt("first", uses)).toMatchObject([{ consumer: urnOf(uses), kind, subnets }]);
  });
});

test("an Aurora cluster takes no address beside its instances", () => {
  expect(consumersAt("first")).toEqual([]);
});

test("a database without a group is nowhere that this stack knows", () => {
  expect(consumersAt("first", database({}))).toEqual([]);
});

test("once all is made, the ids show", () => {
  expect(consumersAt("after", database({ dbSubnetGroupName: idOf(group) }))).toMatchObject([
    { kind: "database", subnets: { known: subnets.map(urnOf), holes: 0 } },
  ]);
});
