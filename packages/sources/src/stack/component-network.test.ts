import type { PartialList } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, component, idOf, type Input, type Output, preview, type Resource, urnOf } from "../testing/program";
import { lambda, securityGroup, sharedVpcConfig, subnet, vpc } from "../testing/sample-resources";

/** A `Network` component with two subnets for functions and a public one, as a program in another language sees it. */
function network(
  name: string,
  subnetCidrBlocks: Input = ["10.0.0.0/24", "10.0.1.0/24"],
): { component: Resource; parts: readonly Resource[] } {
  const bare = ourNetwork(name, {});
  const own = vpc(name, bare);
  const parts = ["10.0.0.0/24", "10.0.1.0/24", "10.0.31.0/28"].map((cidrBlock, index) =>
    subnet(`${name}-${index}`, own, { cidrBlock }, bare),
  );
  const [a, b] = parts.map(idOf);
  const whole = ourNetwork(name, { vpcId: idOf(own), subnetIds: [a ?? "", b ?? ""], subnetCidrBlocks });
  return { component: whole, parts: [own, ...parts] };
}

function ourNetwork(name: string, registered: Readonly<Record<string, Input>>): Resource {
  return component("lambda-vpc:index:Network", name, undefined, {}, registered);
}

const main = network("main");
const [mainVpc, s0, s1, nat] = main.parts as [Resource, Resource, Resource, Resource];
const group = securityGroup("group", { vpcId: idOf(mainVpc) });

/** A list that another language's SDK knows as a whole or not at all. */
function handedOut(...by: readonly Resource[]): Output {
  return applied(by, []);
}

function subnetsOf(subnetIds: Output, ...program: readonly Resource[]): PartialList | undefined {
  const all = [main.component, ...main.parts, group, ...program, lambda("orders", { subnetIds, securityGroupIds: [idOf(group)] })];
  return networkOf(preview(all)).attachments[0]?.subnets;
}

function holes(count: PartialList["holes"], ...candidates: readonly Resource[]): PartialList {
  return { known: [], holes: count, candidates: candidates.map(urnOf) };
}

describe("a list unknown as a whole that depends on one network of ours", () => {
  const shared = sharedVpcConfig(
    "shared",
    { subnetIds: handedOut(main.component) },
    {
      subnetIds: handedOut(main.component),
      securityGroupIds: [idOf(group)],
    },
  );

  test("is the network's own, without the subnets that it keeps to itself", () => {
    expect(subnetsOf(handedOut(main.component))).toEqual({ ...holes(2, s0, s1), assumed: true });
  });

  test("is so too behind a shared configuration", () => {
    expect(subnetsOf(handedOut(shared), shared)).toEqual({ ...holes(2, s0, s1), assumed: true });
    expect(subnetsOf(handedOut(shared, main.component), shared)).toEqual({ ...holes(2, s0, s1), assumed: true });
  });

  test("stays unknown where it depends on two networks", () => {
    const other = network("other");
    expect(subnetsOf(handedOut(main.component, other.component), other.component, ...other.parts)).toMatchObject({ holes: "unknown" });
  });

  test("stays unknown where a subnet of no network may have been added", () => {
    const further = subnet("further", mainVpc);
    expect(subnetsOf(handedOut(main.component, further), further)).toEqual(holes("unknown", s0, s1, further));
  });
});

test("an id that depends on a public subnet itself may be that subnet's", () => {
  expect(subnetsOf(applied([nat], []))).toEqual(holes("unknown", nat));
});

test("a network that tells no ranges may hand out any of its subnets", () => {
  const silent = network("silent", []);
  const [, first, second, third] = silent.parts as [Resource, Resource, Resource, Resource];
  const subnets = subnetsOf(handedOut(silent.component), silent.component, ...silent.parts);
  expect(subnets).toMatchObject({ candidates: [first, second, third].map(urnOf) });
});

test("a shared configuration and a network that name each other do not hang a preview", () => {
  const looped = sharedVpcConfig("looped", { subnetIds: handedOut() }, { subnetIds: handedOut(), securityGroupIds: [idOf(group)] });
  const turning = sharedVpcConfig("looped", { subnetIds: handedOut(looped) }, { subnetIds: handedOut(looped), securityGroupIds: [] });
  expect(subnetsOf(handedOut(turning), turning)).toMatchObject({ holes: "unknown" });
});

test("a group whose vpcId depends on the network alone is in its VPC", () => {
  const inside = securityGroup("inside", { vpcId: applied([main.component], "") });
  const orders = lambda("orders", { subnetIds: [idOf(s0)], securityGroupIds: [idOf(inside)] });
  const { securityGroups } = networkOf(preview([main.component, ...main.parts, inside, orders]));
  expect(securityGroups.find(({ key }) => key === urnOf(inside))).toMatchObject({ vpc: urnOf(mainVpc) });
});
