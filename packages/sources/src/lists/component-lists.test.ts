import type { PartialList } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, component, idOf, type Input, type Inputs, preview, type Resource, resource, settled, urnOf } from "../testing/program";
import { lambda, securityGroup, subnet, vpc } from "../testing/sample-resources";

/** A component with a VPC and subnets, whose inputs a function of their names gives, and resources that route them. */
function shape(type: string, names: readonly string[], inputsOf: (name: string) => Inputs = () => ({}), more: More = () => []): Shape {
  const made = component(type, "net");
  const own = vpc("net", made);
  const subnets = new Map(names.map((name) => [name, subnet(name, own, inputsOf(name), own)]));
  const parts = [own, ...subnets.values()];
  return { own, subnets, parts: [made, ...parts, ...more(own, subnets)] };
}

type More = (own: Resource, subnets: ReadonlyMap<string, Resource>) => readonly Resource[];

interface Shape {
  readonly own: Resource;
  readonly subnets: ReadonlyMap<string, Resource>;
  readonly parts: readonly Resource[];
}

/** The subnets of a function that takes a list of `shape`, of whose subnets it depends on those called `names`. */
function listOf({ own, subnets, parts }: Shape, names = [...subnets.keys()], asElements?: number): PartialList | undefined {
  const behind = [own, ...names.flatMap((name) => subnets.get(name) ?? [])];
  const group = securityGroup("group", { vpcId: idOf(own) });
  const one = applied(behind, "subnet");
  const subnetIds: Input = asElements === undefined ? applied(behind, []) : Array.from({ length: asElements }, () => one);
  return networkOf(preview([...parts, group, lambda("orders", { subnetIds, securityGroupIds: [idOf(group)] })])).attachments[0]?.subnets;
}

/** The lists of a partial list by the names of the subnets. */
function names(list: PartialList | undefined): readonly (readonly string[])[] | undefined {
  return list?.oneOf?.map((keys) => keys.map(nameOf)).sort((left, right) => (left.join() < right.join() ? -1 : 1));
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf("::") + 2);
}

const all = ["app-1", "app-2", "db-1", "web-1", "web-2", "web-3"];
const typed = (name: string): Inputs => ({
  tags: { SubnetType: { app: "Private", db: "Isolated", web: "Public" }[name.split("-")[0] ?? ""] ?? "" },
});
const byTag = [["app-1", "app-2"], ["db-1"], ["web-1", "web-2", "web-3"]];

/** Routes of the subnets called web to an internet gateway, and of those called app to a NAT gateway. */
const routed: More = (own, subnets) => {
  const gateway = resource("aws:ec2/internetGateway:InternetGateway", "igw", { vpcId: idOf(own) });
  const nat = resource("aws:ec2/natGateway:NatGateway", "nat", {});
  return [
    ...[gateway, nat],
    ...[...subnets].flatMap(([name, made]) => {
      const table = resource("aws:ec2/routeTable:RouteTable", name, { vpcId: idOf(own) });
      const target = name.startsWith("web") ? { gatewayId: idOf(gateway) } : { natGatewayId: idOf(nat) };
      const route = resource("aws:ec2/route:Route", name, { routeTableId: idOf(table), ...target });
      const association = resource("aws:ec2/routeTableAssociation:RouteTableAssociation", name, {
        subnetId: idOf(made),
        routeTableId: idOf(table),
      });
      return [table, association, ...(name.startsWith("db") ? [] : [route])];
    }),
  ];
};

describe("a list unknown as a whole out of a component", () => {
  test("of awsx is one of its lists by the tag SubnetType, usually the private one", () => {
    const list = listOf(shape("awsx:ec2:Vpc", all, typed));
    expect([list?.holes, names(list), list?.usual?.map(nameOf)]).toEqual(["unknown", byTag, ["app-1", "app-2"]]);
  });

  test.each(["aws-cdk:subnet-type", "Type", "tier", "subnet_type"])("of a team is so by the tag %s", (tag) => {
    const list = listOf(shape("shop:net:Vpc", all, (name) => ({ tags: { [tag]: name.split("-")[0] ?? "" } })));
    expect(names(list)).toEqual(byTag);
  });

  test("without tags is one of the lists of equal routing, usually the private one", () => {
    const list = listOf(shape("shop:net:Vpc", all, undefined, routed));
    expect([names(list), list?.usual?.map(nameOf)]).toEqual([byTag, ["app-1", "app-2"]]);
  });

  test("without tags may also be a list of equal names: what has one routing may be handed out apart", () => {
    const list = listOf(
      shape("shop:net:Vpc", ["web-a", "jobs-a", "jobs-b", "site-a"], (name) => ({ mapPublicIpOnLaunch: name === "web-a" })),
    );
    expect(names(list)).toEqual([["jobs-a", "jobs-b"], ["jobs-a", "jobs-b", "site-a"], ["site-a"], ["web-a"]]);
  });

  test("whose subnets do not differ in anything shows no lists", () => {
    expect(names(listOf(shape("shop:net:Vpc", ["subnet-1", "subnet-2", "subnet-3"])))).toBeUndefined();
  });

  test("whose subnets all have one type tag is that one list", () => {
    expect(names(listOf(shape("awsx:ec2:Vpc", ["app-1", "app-2"], typed)))).toEqual([["app-1", "app-2"]]);
  });

  test("whose tags are not all known is read by routing", () => {
    const list = listOf(shape("awsx:ec2:Vpc", all, (name) => (name === "db-1" ? {} : typed(name)), routed));
    expect(names(list)).toEqual(byTag);
  });

  test("that depends on whole groups is one of these", () => {
    expect(names(listOf(shape("awsx:ec2:Vpc", all, typed), ["app-1", "app-2", "db-1"]))).toEqual([["app-1", "app-2"], ["db-1"]]);
    expect(names(listOf(shape("awsx:ec2:Vpc", all, typed), ["app-1", "app-2"]))).toEqual([["app-1", "app-2"]]);
  });

  test("that depends on a part of a group is none of its lists", () => {
    expect(names(listOf(shape("awsx:ec2:Vpc", all, typed), ["app-1", "db-1"]))).toBeUndefined();
  });
});

test("elements of a list of a component have its lists too, and as many as there are candidates need none", () => {
  expect(names(listOf(shape("awsx:ec2:Vpc", all, typed), all, 2))).toEqual(byTag);
  expect(listOf(shape("awsx:ec2:Vpc", all, typed), all, 6)?.holes).toBe(6);
});

test("subnets outside any component have no lists", () => {
  const main = vpc("main");
  const tagged = all.map((name) => subnet(name, main, typed(name)));
  const orders = lambda("orders", { subnetIds: applied(tagged, []), securityGroupIds: ["sg-1"] });
  expect(networkOf(preview([main, ...tagged, orders])).attachments[0]?.subnets).not.toHaveProperty("oneOf");
});

test("once ids are known, there is nothing to choose", () => {
  const { parts, subnets } = shape("awsx:ec2:Vpc", all, typed);
  const privates = ["app-1", "app-2"].flatMap((name) => subnets.get(name) ?? []);
  const orders = lambda("orders", { subnetIds: applied([...subnets.values()], privates.map(idOf)), securityGroupIds: ["sg-1"] });
  expect(networkOf(settled([...parts, orders])).attachments[0]?.subnets).toEqual({ known: privates.map(urnOf), holes: 0, candidates: [] });
});
