import type { PartialList } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Inputs, preview, type Resource, resource, urnOf } from "../testing/program";
import { holder, securityGroup, subnet, vpc } from "../testing/sample-resources";

const main = vpc("main");
const inside = holder("inside");
const [a, b, c] = [subnet("a", main), subnet("b", main), subnet("c", main, {}, inside)];
const group = securityGroup("group");
const elsewhere = holder("elsewhere");
const base = [main, inside, a, b, c, group, elsewhere];

function named(type: string, inputs: Inputs): readonly PartialList[] {
  const consumers = networkOf(preview([...base, resource(type, "one", inputs)])).addressConsumers ?? [];
  expect(consumers.map(({ kind }) => kind)).toEqual(consumers.map(() => "other"));
  return consumers.map(({ subnets }) => subnets);
}

function holes(...subnets: readonly Resource[]): PartialList {
  return { known: [], holes: subnets.length, candidates: subnets.map(urnOf) };
}

describe("a resource of any type names subnets", () => {
  const rows: readonly { sentence: string; type: string; inputs: Inputs; expected: PartialList }[] = [
    {
      sentence: "in a list",
      type: "aws:apprunner/vpcConnector:VpcConnector",
      inputs: { subnets: [idOf(a), idOf(b)] },
      expected: holes(a, b),
    },
    {
      sentence: "deep inside, beside groups",
      type: "aws:ecs/taskSet:TaskSet",
      inputs: { networkConfiguration: { subnets: [idOf(a)], securityGroups: [idOf(group)] } },
      expected: holes(a),
    },
    {
      sentence: "in each of several blocks",
      type: "aws:networkfirewall/firewall:Firewall",
      inputs: { subnetMappings: [{ subnetId: idOf(a) }, { subnetId: idOf(b) }] },
      expected: holes(a, b),
    },
    {
      sentence: "under a name of its own",
      type: "aws:autoscaling/group:Group",
      inputs: { vpcZoneIdentifiers: [idOf(a)] },
      expected: holes(a),
    },
    {
      sentence: "by an id",
      type: "aws:eks/nodeGroup:NodeGroup",
      inputs: { subnetIds: ["subnet-9"] },
      expected: { ...holes(), known: ["subnet-9"] },
    },
    {
      sentence: "in a configuration that is unknown as a whole",
      type: "aws:eks/cluster:Cluster",
      inputs: { vpcConfig: applied([a, b], {}) },
      expected: { known: [], holes: "unknown", candidates: [urnOf(a), urnOf(b)] },
    },
    {
      sentence: "twice, so that one may be the other",
      type: "aws:fsx/windowsFileSystem:WindowsFileSystem",
      inputs: { subnetIds: [idOf(a), idOf(b)], preferredSubnetId: idOf(a) },
      expected: { known: [], holes: "unknown", candidates: [urnOf(a), urnOf(b)] },
    },
    {
      sentence: "through what nothing is known of",
      type: "aws:eks/nodeGroup:NodeGroup",
      inputs: { subnetIds: applied([elsewhere], ["subnet-9"]) },
      expected: { known: [], holes: "unknown", candidates: [], opaque: "foreign-dependency" },
    },
    {
      sentence: "of ours, whatever provider it is of",
      type: "tailscale:index:Router",
      inputs: { subnetId: idOf(a) },
      expected: holes(a),
    },
  ];

  test.each(rows)("$sentence", ({ type, inputs, expected }) => {
    expect(named(type, inputs)).toEqual([expected]);
  });
});

describe("a resource names none", () => {
  const rows: readonly { sentence: string; type: string; inputs: Inputs }[] = [
    {
      sentence: "by depending on a component that holds some",
      type: "aws:lb/targetGroup:TargetGroup",
      inputs: { vpcId: applied([inside], "vpc-1") },
    },
    {
      sentence: "by telling an id to somebody",
      type: "aws:lambda/alias:Alias",
      inputs: { environment: { SUBNET: "subnet-9", OTHER: idOf(a) } },
    },
    { sentence: "of another cloud", type: "azure-native:network:Interface", inputs: { subnetId: applied([elsewhere], "x") } },
  ];

  test.each(rows)("$sentence", ({ type, inputs }) => {
    expect(named(type, inputs)).toEqual([]);
  });
});
