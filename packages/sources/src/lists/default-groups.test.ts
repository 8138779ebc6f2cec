import { defaultGroupKey, type PartialList, planEnis, resolveNetwork } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, component, idOf, type Input, preview, type Resource, resource, settled, urnOf } from "../testing/program";
import { lambda, securityGroup, sharedVpcConfig, subnet, vpc } from "../testing/sample-resources";

const main = vpc("main");
const other = vpc("other");
const [a, g] = [subnet("a", main), securityGroup("g", { vpcId: idOf(main) })];
const program = [main, other, a, g];
const adopted = resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "adopted", { vpcId: idOf(main) });
const groupOf = (...vpcs: readonly Resource[]): Input => applied(vpcs, "sg-default");

function groupsOf(securityGroupIds: Input, ...more: readonly Resource[]): PartialList | undefined {
  return networkOf(preview([...program, ...more, lambda("orders", { subnetIds: [idOf(a)], securityGroupIds })])).attachments[0]
    ?.securityGroups;
}

function holes(count: PartialList["holes"], ...candidates: readonly string[]): PartialList {
  return { known: [], holes: count, candidates };
}

describe("an unknown group that depends on a VPC", () => {
  test("is its default group", () => {
    expect(groupsOf([groupOf(main)])).toEqual(holes(1, defaultGroupKey(urnOf(main))));
    expect(groupsOf(applied([main], ["sg-default"]))).toEqual(holes("unknown", defaultGroupKey(urnOf(main))));
  });

  test("is the resource that adopts the group, where one does", () => {
    expect(groupsOf([groupOf(main)], adopted)).toEqual(holes(1, urnOf(adopted)));
    expect(groupsOf([idOf(adopted)], adopted)).toEqual(holes(1, urnOf(adopted)));
  });

  test("is one of the default groups of several VPCs", () => {
    expect(groupsOf([groupOf(main, other)])).toEqual(holes(1, defaultGroupKey(urnOf(main)), defaultGroupKey(urnOf(other))));
  });

  test("is not, where the groups that the list depends on fill its unknown elements", () => {
    expect(groupsOf([applied([main, g], idOf(g))])).toEqual(holes(1, urnOf(g)));
    expect(groupsOf([idOf(g), groupOf(main)])).toEqual(holes(2, urnOf(g), defaultGroupKey(urnOf(main))));
  });

  test("may be, in a list that is unknown as a whole", () => {
    expect(groupsOf(applied([main, g], []))).toEqual(holes("unknown", urnOf(g), defaultGroupKey(urnOf(main))));
  });

  test("is that of the VPC in a component", () => {
    const net = component("awsx:ec2:Vpc", "net");
    const own = vpc("net", net);
    expect(groupsOf([groupOf(net)], net, own)).toEqual(holes(1, defaultGroupKey(urnOf(own))));
  });
});

describe("a component of which a function takes the subnets alone", () => {
  // Both lists of a function depend on the component, and on the group in it only if they take its groups.
  const lists = { subnetIds: [idOf(a)], securityGroupIds: [applied([g], "sg-own")] };
  const shared = sharedVpcConfig("shared", { subnetIds: [idOf(a)], vpcId: idOf(main) }, lists);
  const own = securityGroup("shared", { vpcId: idOf(main) }, shared);
  const user = resource("aws:efs/mountTarget:MountTarget", "target", { subnetId: idOf(a), securityGroups: [idOf(g)] });
  const net = component("awsx:ec2:Vpc", "net");
  const inNet = vpc("net", net);
  const subnets = applied([shared, a], [idOf(a)]);
  const groupsWith = (securityGroupIds: Input, subnetIds: Input = subnets): PartialList | undefined =>
    networkOf(preview([...program, shared, own, user, net, inNet, lambda("orders", { subnetIds, securityGroupIds })])).attachments[0]
      ?.securityGroups;

  test.each<[string, Input, PartialList]>([
    ["the default group of a VPC", [groupOf(main)], holes(1, urnOf(own), defaultGroupKey(urnOf(main)))],
    ["the default group in a list", applied([main], ["sg-default"]), holes("unknown", urnOf(own), defaultGroupKey(urnOf(main)))],
    ["the default group of a component", [groupOf(inNet)], holes(1, urnOf(own), defaultGroupKey(urnOf(inNet)))],
    ["the default group of a component in a list", applied([inNet], []), holes("unknown", urnOf(own), defaultGroupKey(urnOf(inNet)))],
    ["a group that another resource hands on", [applied([user], "sg-g")], holes(1, urnOf(own), urnOf(g))],
  ])("does not exclude %s", (_, groups, read) => {
    expect(groupsWith(groups)).toEqual(read);
  });

  test("does not exclude the default group in addition to one of the groups that it was given", () => {
    const h = securityGroup("h", { vpcId: idOf(main) });
    const given = { subnetIds: [idOf(a)], securityGroupIds: [idOf(g), idOf(h)] };
    const adopting = sharedVpcConfig("adopting", given, given);
    const orders = lambda("orders", { subnetIds: applied([adopting, a], [idOf(a)]), securityGroupIds: [idOf(g), groupOf(main)] });
    const [attachment] = networkOf(preview([...program, h, adopting, orders])).attachments;
    expect(attachment?.securityGroups).toEqual(holes(2, urnOf(g), urnOf(h), defaultGroupKey(urnOf(main))));
  });

  test("excludes it where the list takes the component's group", () => {
    expect(groupsWith([applied([shared, own], "sg-own")], applied([shared, main, a], [idOf(a)]))).toEqual(holes(1, urnOf(own)));
    expect(groupsWith([applied([shared, own], "sg-own"), groupOf(main)])).toEqual(holes(2, urnOf(own), defaultGroupKey(urnOf(main))));
  });
});

test("an unknown group is not the default group of a VPC, where another resource may create it", () => {
  const cluster = resource("aws:eks/cluster:Cluster", "cluster", { vpcConfig: { subnetIds: [idOf(a)] } });
  const groups = groupsOf([applied([main, cluster], "sg-of-the-cluster")], cluster);
  expect(groups).toEqual({ ...holes(1, defaultGroupKey(urnOf(main))), opaque: "foreign-dependency" });
});

describe("a function of which one list depends on the VPC of a component", () => {
  const net = component("awsx:ec2:Vpc", "net");
  const own = vpc("net", net);
  const subnetIds = applied([own, subnet("private-1", own, {}, own)], []);
  const groupsWith = (securityGroupIds: Input): PartialList | undefined =>
    networkOf(preview([...program, net, own, lambda("orders", { subnetIds, securityGroupIds })])).attachments[0]?.securityGroups;

  test("may take its default group in a list that is unknown as a whole, which likely holds the groups that it depends on alone", () => {
    const list = applied([g], [idOf(g)]);
    const read = { ...holes("unknown", urnOf(g), defaultGroupKey(urnOf(own))), usual: [urnOf(g)] };
    expect(groupsWith(list)).toEqual(read);
    expect(groupsWith(applied([g, own], [idOf(g), "sg-default"]))).toEqual(read);
  });

  test("does not take it where the list shows its elements, and groups for them", () => {
    expect(groupsWith([idOf(g)])).toEqual(holes(1, urnOf(g)));
  });

  test("takes the lists of a shared configuration that was given the same", () => {
    const lists = { subnetIds, securityGroupIds: applied([g], [idOf(g)]) };
    const [attachment] = networkOf(
      preview([...program, net, own, sharedVpcConfig("shared", lists, lists), lambda("orders", lists)]),
    ).attachments;
    expect(attachment?.securityGroups.origin).toBe(urnOf(sharedVpcConfig("shared", lists, lists)));
  });
});

describe("once its id is known,", () => {
  const withGroup = (view: ReturnType<typeof settled>): ReturnType<typeof settled> => ({
    ...view,
    resources: view.resources.map((one) =>
      one.urn === urnOf(main) ? { ...one, props: { ...one.props, defaultSecurityGroupId: "sg-default" } } : one,
    ),
  });
  const orders = lambda("orders", { subnetIds: [idOf(a)], securityGroupIds: [groupOf(main)] });
  const users = lambda("users", { subnetIds: [idOf(a)], securityGroupIds: ["sg-default"] });

  test("the group is one key, however it is named", () => {
    const { attachments } = networkOf(withGroup(settled([...program, orders, users])));
    const group = { known: [defaultGroupKey(urnOf(main))], holes: 0, candidates: [] };
    expect(attachments.map(({ securityGroups }) => securityGroups)).toEqual([group, group]);
  });

  test("the group may be in a list that is unknown as a whole", () => {
    const added = securityGroup("added", { vpcId: idOf(main) });
    const hiding = lambda("hiding", { subnetIds: [idOf(a)], securityGroupIds: applied([added, main], []) });
    const [attachment] = networkOf(withGroup(preview([...program, added, hiding], program))).attachments;
    expect(attachment?.securityGroups).toEqual(holes("unknown", urnOf(added), defaultGroupKey(urnOf(main))));
  });

  test("the group is the resource that adopts it, although that is yet to be made", () => {
    const { attachments } = networkOf(withGroup(preview([...program, adopted, users], program)));
    expect(attachments[0]?.securityGroups.known).toEqual([urnOf(adopted)]);
  });
});

test("the group is a group of its VPC, with rules that the stack does not show", () => {
  const { securityGroups } = networkOf(
    preview([...program, lambda("orders", { subnetIds: [idOf(a)], securityGroupIds: [groupOf(main)] })]),
  );
  expect(securityGroups.filter(({ key }) => key === defaultGroupKey(urnOf(main)))).toMatchObject([
    { vpc: urnOf(main), adopted: true, outbound: { ok: false } },
  ]);
});

test("the default group of a VPC that is yet to be made is no group that an id names, that of an adopted VPC may be one", () => {
  const there = resource("aws:ec2/defaultVpc:DefaultVpc", "there");
  const combinations = (from: Resource, ...more: readonly Resource[]): unknown => {
    const functions = [["orders", groupOf(from)] as const, ["users", "sg-1"] as const].map(([name, group]) =>
      lambda(name, { subnetIds: [idOf(a)], securityGroupIds: [group] }),
    );
    return planEnis(resolveNetwork(networkOf(preview([...program, ...more, ...functions])))).combinations;
  };
  expect(combinations(main)).toMatchObject({ min: 2, max: 2 });
  expect(combinations(main, adopted)).toMatchObject({ min: 2, max: 2 });
  expect(combinations(there, there)).toMatchObject({ min: 1, max: 2 });
});

test("a resource that adopts a group without naming a VPC adopts that of the default VPC", () => {
  const there = resource("aws:ec2/defaultVpc:DefaultVpc", "there");
  const bare = resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "bare");
  expect(groupsOf([groupOf(there)], there, bare)).toEqual(holes(1, urnOf(bare)));
});
