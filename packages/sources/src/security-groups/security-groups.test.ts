import type { SecurityGroup } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Inputs, madeAfter, preview, type Resource, resource, settled, urnOf, type View } from "../testing/program";
import { holder, lambda, securityGroup, vpc } from "../testing/sample-resources";

const [a, b, database] = [securityGroup("a"), securityGroup("b"), securityGroup("database")];
const postgres = { fromPort: 5432, toPort: 5432 };

function groupOf(view: View, group: Resource): SecurityGroup {
  const found = networkOf(view).securityGroups.find(({ key }) => key === urnOf(group));
  if (found === undefined) throw new Error(`${group.name} was not read`);
  return found;
}

describe("rules of other groups that refer to a group", () => {
  function singleRule(direction: "Ingress" | "Egress", referenced: Inputs[string]): Resource {
    const type = `aws:vpc/securityGroup${direction}Rule:SecurityGroup${direction}Rule`;
    const about = { securityGroupId: idOf(database), referencedSecurityGroupId: referenced };
    return resource(type, "rule", { ...about, ipProtocol: "tcp", ...postgres });
  }
  const listRule = resource("aws:ec2/securityGroupRule:SecurityGroupRule", "rule", {
    ...{ type: "ingress", securityGroupId: idOf(database), sourceSecurityGroupId: idOf(a), protocol: "tcp", ...postgres },
  });
  const inline = securityGroup("database", { ingress: [{ protocol: "tcp", ...postgres, securityGroups: [idOf(a)] }] });

  const rows: readonly { sentence: string; program: readonly Resource[]; direction: string }[] = [
    { sentence: "in an inline block", program: [inline], direction: "inbound" },
    { sentence: "in an aws.ec2.SecurityGroupRule", program: [database, listRule], direction: "inbound" },
    { sentence: "in an aws.vpc.SecurityGroupIngressRule", program: [database, singleRule("Ingress", idOf(a))], direction: "inbound" },
    { sentence: "in an aws.vpc.SecurityGroupEgressRule", program: [database, singleRule("Egress", idOf(a))], direction: "outbound" },
  ];

  test.each(rows)("$sentence, at preview and once made: the group's references name the owner of the rule", ({ program, direction }) => {
    const expected = { direction, protocol: "tcp", ...postgres, peer: { kind: "security-group", key: urnOf(database) } };
    for (const view of [preview, settled]) {
      expect(groupOf(view([a, b, ...program]), a).references).toEqual({ ok: true, value: [expected] });
      expect(groupOf(view([a, b, ...program]), b).references).toEqual({ ok: true, value: [] });
    }
  });

  test("a rule about one of two groups leaves the references of both unknown, and those of its owner known", () => {
    const view = preview([a, b, database, singleRule("Ingress", applied([a, b], idOf(b)))]);
    expect([a, b, database].map((group) => groupOf(view, group).references.ok)).toEqual([false, false, true]);
  });

  test("a rule about something outside the stack leaves the references of every group unknown", () => {
    const view = preview([a, b, database, singleRule("Ingress", applied([holder("none")], "sg-1"))]);
    expect([a, b].map((group) => groupOf(view, group).references.ok)).toEqual([false, false]);
  });
});

describe("the inbound rules of a group are specified", () => {
  const rule = (type: "ingress" | "egress"): Resource =>
    resource("aws:ec2/securityGroupRule:SecurityGroupRule", `rule-${type}`, {
      ...{ type, securityGroupId: idOf(a), cidrBlocks: ["10.0.0.0/16"], protocol: "tcp", ...postgres },
    });
  const inline = (direction: "ingress" | "egress"): Resource =>
    securityGroup("a", { [direction]: [{ protocol: "tcp", ...postgres, cidrBlocks: ["10.0.0.0/16"] }] });

  test.each([
    { sentence: "by nothing without a rule", program: [a], by: [] },
    { sentence: "by the group for inline rules", program: [inline("ingress")], by: [urnOf(a)] },
    { sentence: "by the resource of a separate rule", program: [a, rule("ingress")], by: [urnOf(rule("ingress"))] },
    { sentence: "by nothing if all rules are outbound", program: [inline("egress"), rule("egress")], by: [] },
  ])("$sentence", ({ program, by }) => {
    for (const view of [preview, settled]) expect(groupOf(view(program), a).inboundBy ?? []).toEqual(by);
  });
});

test("a rule about a group that something foreign feeds too leaves what the owner lets out unknown", () => {
  const foreign = resource("random:index/randomId:RandomId", "foreign", {});
  const owner = (...feeding: readonly Resource[]): Resource =>
    securityGroup("owner", { egress: [{ protocol: "tcp", ...postgres, securityGroups: [applied(feeding, "sg-1")] }] });
  expect(groupOf(preview([a, foreign, owner(a)]), owner(a)).outbound.ok).toBe(true);
  expect(groupOf(preview([a, foreign, owner(a, foreign)]), owner(a, foreign)).outbound.ok).toBe(false);
});

test("rules that a group still has although the program names none any more leave what it lets out unknown", () => {
  const view = preview([a]);
  const kept = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];
  const resources = view.resources.map((one) => ({ ...one, props: { id: "sg-1", egress: kept } }));
  expect(groupOf({ ...view, resources }, a).outbound.ok).toBe(false);
});

test("rules that the provider reads back into a group whose rules are separate resources leave what it lets out known", () => {
  const rule = resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "rule", {
    ...{ securityGroupId: idOf(a), cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", ...postgres },
  });
  const view = settled([a, rule]);
  const readBack = [{ protocol: "tcp", ...postgres, cidrBlocks: ["0.0.0.0/0"] }];
  const resources = view.resources.map((one) => (one.urn === urnOf(a) ? { ...one, props: { ...one.props, egress: readBack } } : one));
  const { outbound } = groupOf({ ...view, resources }, a);
  expect(outbound).toEqual({
    ok: true,
    value: [{ direction: "outbound", protocol: "tcp", ...postgres, peer: { kind: "cidr", cidr: "0.0.0.0/0" } }],
  });
});

test("an association that may be about one of two groups takes the certain VPC from both", () => {
  const main = vpc("main");
  const [x, y, z] = ["x", "y", "z"].map((name) => securityGroup(name, { vpcId: idOf(main) }));
  const about = applied(
    [x, y].filter((group) => group !== undefined),
    "sg-1",
  );
  const association = resource("aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation", "one", {
    securityGroupId: about,
    vpcId: "vpc-2",
  });
  const groups = [x, y, z].flatMap((group) => group ?? []);
  const view = preview([main, ...groups, association]);
  expect(groups.map((group) => groupOf(view, group).vpc)).toEqual([undefined, undefined, urnOf(main)]);
});

test("an association that names a group by its id takes the certain VPC from it alone", () => {
  const main = vpc("main");
  const [x, y] = [securityGroup("x", { vpcId: idOf(main) }), securityGroup("y", { vpcId: idOf(main) })];
  const association = resource("aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation", "one", { securityGroupId: "sg-x" });
  const view = settled([main, x, y, association]);
  expect([x, y].map((group) => groupOf(view, group).vpc)).toEqual([undefined, urnOf(main)]);
});

test("a rule of a default security group about another group is one of that group's references", () => {
  const rule = { protocol: "tcp", ...postgres, securityGroups: [idOf(a)] };
  const adopted = resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", { ingress: [rule] });
  expect(groupOf(preview([a, adopted]), a).references).toMatchObject({ ok: true, value: [{ peer: { key: urnOf(adopted) } }] });
});

test("a default security group was there before the stack, so what it lets out is unknown", () => {
  const adopted = resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", { egress: [] });
  for (const view of [preview, settled])
    expect(groupOf(view([adopted]), adopted).outbound).toEqual({ ok: false, error: "the group existed before the stack" });
});

test("a group shows its AWS id once it is made, and whether the stack took it over", () => {
  const taken = resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default");
  expect(groupOf(preview([a]), a)).not.toHaveProperty("id");
  expect(groupOf(settled([a]), a)).toMatchObject({ id: "sg-a" });
  expect([groupOf(preview([a]), a).adopted, groupOf(preview([taken]), taken).adopted]).toEqual([undefined, true]);
});

describe("other users of a group", () => {
  const endpoint = (inputs: Inputs, parent?: Resource): Resource =>
    resource("aws:ec2/vpcEndpoint:VpcEndpoint", "endpoint", { serviceName: "s3", ...inputs }, parent);

  const rows: readonly { sentence: string; program: readonly Resource[]; users: number }[] = [
    { sentence: "one that depends on it is one", program: [endpoint({ securityGroupIds: [idOf(a)] })], users: 1 },
    {
      sentence: "one that depends on it twice is one",
      program: [endpoint({ securityGroupIds: [idOf(a)], tags: { of: idOf(a) } })],
      users: 1,
    },
    { sentence: "one that depends on another group is none", program: [endpoint({ securityGroupIds: [idOf(b)] })], users: 0 },
    { sentence: "a function is none", program: [lambda("orders", { subnetIds: ["subnet-1"], securityGroupIds: [idOf(a)] })], users: 0 },
    { sentence: "another group's rule is none", program: [securityGroup("c", { ingress: [{ securityGroups: [idOf(a)] }] })], users: 0 },
    {
      sentence: "a rule resource is none",
      program: [resource("aws:ec2/securityGroupRule:SecurityGroupRule", "rule", { type: "ingress", securityGroupId: idOf(a) })],
      users: 0,
    },
    {
      sentence: "an egress rule about it is none",
      program: [resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "rule", { referencedSecurityGroupId: idOf(a) })],
      users: 0,
    },
    {
      sentence: "an association of it with a VPC is none",
      program: [resource("aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation", "more", { securityGroupId: idOf(a) })],
      users: 0,
    },
    {
      sentence: "a default group with a rule about it is none",
      program: [resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", { ingress: [{ securityGroups: [idOf(a)] }] })],
      users: 0,
    },
    { sentence: "an ingress rule about it is none", program: ingressAbout(a), users: 0 },
    { sentence: "a resource of another provider is one", program: [resource("k8s:core/v1:Pod", "pod", { groups: [idOf(a)] })], users: 1 },
  ];

  function ingressAbout(group: Resource): readonly Resource[] {
    const type = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    return [resource(type, "rule", { referencedSecurityGroupId: idOf(group) })];
  }

  test.each(rows)("$sentence, at preview and once made", ({ program, users }) => {
    for (const view of [preview, settled]) expect(groupOf(view([a, b, ...program]), a).otherUsers).toHaveLength(users);
  });

  test("a literal id, however deep in inputs or outputs, makes its resource a user", () => {
    const program = [a, endpoint({ securityGroupIds: ["sg-a"] }), resource("k8s:core/v1:Pod", "pod", { spec: { groups: [["sg-a"]] } })];
    const view = settled(program);
    const expected = program.slice(1).map(urnOf).sort();
    expect(groupOf(view, a).otherUsers).toEqual(expected);
    expect(groupOf({ ...view, validated: [] }, a).otherUsers).toEqual(expected);
  });

  test("a literal id beside an unknown one makes its resource a user, although the planned set hides it", () => {
    const program = [a, b, endpoint({ securityGroupIds: ["sg-a", idOf(b)] })];
    expect(groupOf(preview(program, [a]), a).otherUsers).toHaveLength(1);
  });

  test("an output that names the group makes its resource a user, although its inputs do not", () => {
    const { validated, resources } = settled([a, endpoint({})]);
    const found = resources.map((one) => (one.urn.endsWith("::endpoint") ? { ...one, props: { networkInterfaces: ["sg-a"] } } : one));
    expect(groupOf({ validated, resources: found }, a).otherUsers).toHaveLength(1);
  });

  test("a component is none, although its outputs name the group: it is nothing in AWS", () => {
    const { validated, resources } = settled([a, holder("shared")]);
    const outputs = resources.map((one) => (one.urn.endsWith("::shared") ? { ...one, props: { securityGroupId: "sg-a" } } : one));
    expect(groupOf({ validated, resources: outputs }, a).otherUsers).toEqual([]);
  });

  test("dependsOn alone makes no user: only what a property depends on counts", () => {
    expect(groupOf(preview([a, madeAfter(endpoint({}), a)]), a).otherUsers).toEqual([]);
  });
});

describe("what a group lets in", () => {
  const postgresOf = (cidr: string) => ({ protocol: "tcp", ...postgres, cidrBlocks: [cidr] });
  const inline = securityGroup("owner", { ingress: [postgresOf("10.0.0.0/8")] });
  const bare = securityGroup("owner");
  const single = resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "rule", {
    ...{ securityGroupId: idOf(bare), cidrIpv4: "10.0.0.0/8", ipProtocol: "tcp", ...postgres },
  });
  const fromDatabase = securityGroup("owner", { ingress: [{ protocol: "tcp", ...postgres, securityGroups: [idOf(database)] }] });
  const known = (...peers: readonly object[]) => ({ ok: true, value: peers.map((peer) => expect.objectContaining({ peer })) });
  const range = { kind: "cidr", cidr: "10.0.0.0/8" };

  test.each([
    { sentence: "no rule: nothing", owner: bare, program: [bare], inbound: known() },
    { sentence: "an inline rule", owner: inline, program: [inline], inbound: known(range) },
    { sentence: "a rule resource of its own", owner: bare, program: [bare, single], inbound: known(range) },
    {
      sentence: "a rule about another group",
      owner: fromDatabase,
      program: [fromDatabase],
      inbound: known({ kind: "security-group", key: urnOf(database) }),
    },
    { sentence: "the other group of that rule: nothing", owner: database, program: [fromDatabase], inbound: known() },
    { sentence: "inline rules beside rule resources: unknown", owner: inline, program: [inline, single], inbound: { ok: false } },
  ])("$sentence, at preview and once made", ({ owner, program, inbound }) => {
    for (const view of [preview, settled])
      expect(groupOf(view([database, ...program]), owner).inbound).toEqual(expect.objectContaining(inbound));
  });

  test("rules that an earlier deployment left, where the program lists an empty list: none", () => {
    const empty = securityGroup("owner", { ingress: [] });
    const made = settled([empty]);
    const resources = made.resources.map((one) =>
      one.urn === urnOf(empty) ? { ...one, props: { ...one.props, ingress: [postgresOf("10.0.0.0/8")] } } : one,
    );
    expect(groupOf({ ...made, resources }, empty).inbound).toEqual(known());
  });

  test("rules that an earlier deployment left, where the program names none: unknown", () => {
    const made = settled([bare]);
    const resources = made.resources.map((one) =>
      one.urn === urnOf(bare) ? { ...one, props: { ...one.props, ingress: [postgresOf("10.0.0.0/8")] } } : one,
    );
    expect(groupOf({ ...made, resources }, bare).inbound).toEqual({ ok: false, error: expect.stringContaining("may still exist") });
  });
});
