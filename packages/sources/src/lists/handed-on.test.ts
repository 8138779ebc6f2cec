import type { PartialList } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Input, preview, type Resource, resource, urnOf } from "../testing/program";
import { lambda, securityGroup, subnet, vpc } from "../testing/sample-resources";

const main = vpc("main");
const [s0, s1] = [subnet("s0", main), subnet("s1", main)];
const [a, b] = [securityGroup("a", { vpcId: idOf(main) }), securityGroup("b", { vpcId: idOf(main) })];
const table = resource("aws:ec2/routeTable:RouteTable", "table", { vpcId: idOf(main) });
const associations = [s0, s1].map((one) =>
  resource("aws:ec2/routeTableAssociation:RouteTableAssociation", one.name, { subnetId: idOf(one), routeTableId: idOf(table) }),
);
const database = resource("aws:rds/instance:Instance", "db", { vpcSecurityGroupIds: [idOf(a), "sg-1"] });
const bare = resource("aws:rds/instance:Instance", "bare", { engine: "postgres" });
const target = resource("aws:efs/mountTarget:MountTarget", "target", {
  subnetId: idOf(s0),
  securityGroups: applied([database], ["sg-a", "sg-1"]),
});
const cluster = resource("aws:eks/cluster:Cluster", "cluster", { vpcConfig: { securityGroupIds: [idOf(a)], subnetIds: [idOf(s0)] } });
const setting = resource("aws:ssm/parameter:Parameter", "setting", { value: "on" });
const everything = [setting, main, s0, s1, a, b, table, ...associations, database, bare, target, cluster];

function listsOf(subnetIds: Input, securityGroupIds: Input): { readonly subnets?: PartialList; readonly groups?: PartialList } {
  const [attachment] = networkOf(preview([...everything, lambda("orders", { subnetIds, securityGroupIds })])).attachments;
  return attachment === undefined ? {} : { subnets: attachment.subnets, groups: attachment.securityGroups };
}

const groupsOf = (securityGroupIds: Input): PartialList | undefined => listsOf([idOf(s0)], securityGroupIds).groups;
const holes = (count: PartialList["holes"], ...candidates: readonly Resource[]): PartialList => ({
  known: [],
  holes: count,
  candidates: candidates.map(urnOf),
});

describe("a list that is the output of a resource", () => {
  test("has the groups that the resource was given, known and unknown", () => {
    const given = { known: ["sg-1"], holes: 1, candidates: [urnOf(a)], assumed: true };
    expect(groupsOf(applied([database], ["sg-a", "sg-1"]))).toEqual(given);
  });

  test("has those that the resource was given by another one", () => {
    expect(groupsOf(applied([target], ["sg-a", "sg-1"]))).toMatchObject({ known: ["sg-1"], holes: 1, candidates: [urnOf(a)] });
  });

  test("is opaque, where the resource was given none or adds its own", () => {
    expect(groupsOf(applied([bare], ["sg-default"]))).toEqual({ ...holes("unknown"), opaque: "foreign-dependency" });
    expect(groupsOf(applied([cluster], ["sg-of-aws"]))).toEqual({ ...holes("unknown"), opaque: "foreign-dependency" });
  });

  test("has all that may be in it, where groups join it", () => {
    expect(groupsOf(applied([database, b], []))).toEqual({ known: [], holes: "unknown", candidates: [urnOf(b), "sg-1", urnOf(a)] });
  });
});

describe("an element that is the output of a resource", () => {
  test("is one of the groups that the resource was given", () => {
    expect(groupsOf([applied([database], "sg-a")])).toEqual({ known: [], holes: 1, candidates: ["sg-1", urnOf(a)] });
  });

  test("is the subnet of an association", () => {
    const subnetIds = associations.map((one) => applied([one], "subnet"));
    expect(listsOf(subnetIds, [idOf(a)]).subnets).toEqual(holes(2, s0, s1));
  });

  test("comes from the groups of the list themselves, if they are enough", () => {
    expect(groupsOf([applied([b, database], idOf(b))])).toEqual(holes(1, b));
  });
});

test("a resource that only waits for another does not make a list opaque", () => {
  const waiting = [s0, s1].map((one, index) => applied([one, associations[index] ?? one], idOf(one)));
  expect(listsOf(waiting, [idOf(a)])).toEqual({ subnets: holes(2, s0, s1), groups: holes(1, a) });
  expect(listsOf(applied([s0, s1, ...associations], []), [idOf(a)]).subnets).toEqual(holes("unknown", s0, s1));
  expect(listsOf(applied([s0, setting], []), [idOf(a)]).subnets).toEqual(holes("unknown", s0));
});

test("a parameter may hold any id, unless the program shows its text", () => {
  const opaque = { ...holes("unknown", s0), opaque: "foreign-dependency" };
  for (const value of ["subnet-1,subnet-2", applied([main], "on")]) {
    const parameter = resource("aws:ssm/parameter:Parameter", "parameter", { value });
    const orders = lambda("orders", { subnetIds: applied([s0, parameter], []), securityGroupIds: [idOf(a)] });
    expect(networkOf(preview([...everything, parameter, orders])).attachments[0]?.subnets).toEqual(opaque);
  }
});
