import { canonicalPermissions, type SecurityGroup, type SecurityGroupRule } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Inputs, preview, type Resource, resource, settled, urnOf, type View } from "../testing/program";
import { holder, securityGroup } from "../testing/sample-resources";

const [peer, third] = [securityGroup("peer"), securityGroup("third")];
const owner = securityGroup("owner");

const https = { protocol: "tcp", fromPort: 443, toPort: 443 };
const singleHttps = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };

function ruleOf(name: string, inputs: Inputs): Resource {
  return resource("aws:ec2/securityGroupRule:SecurityGroupRule", name, {
    type: "egress",
    securityGroupId: idOf(owner),
    ...https,
    ...inputs,
  });
}

function egressRule(name: string, inputs: Inputs): Resource {
  const type = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
  return resource(type, name, { securityGroupId: idOf(owner), ...singleHttps, ...inputs });
}

function groupOf(view: View, group: Resource): SecurityGroup {
  const found = networkOf(view).securityGroups.find(({ key }) => key === urnOf(group));
  if (found === undefined) throw new Error(`${group.name} was not read`);
  return found;
}

function permissions(rules: SecurityGroup["outbound"]): string | undefined {
  return rules.ok ? canonicalPermissions(rules.value) : undefined;
}

describe("the three styles of rules say the same", () => {
  const everyKind: SecurityGroupRule[] = [
    { kind: "cidr", cidr: "10.0.0.0/8" } as const,
    { kind: "cidr", cidr: "192.168.0.0/16" } as const,
    { kind: "cidr", cidr: "2001:db8::/32" } as const,
    { kind: "prefix-list", id: "pl-1" } as const,
    { kind: "security-group", key: urnOf(peer) } as const,
    { kind: "security-group", key: urnOf(owner) } as const,
  ].map((of) => ({ direction: "outbound", ...https, peer: of }));
  const lists = { cidrBlocks: ["10.0.0.0/8", "192.168.0.0/16"], ipv6CidrBlocks: ["2001:db8::/32"], prefixListIds: ["pl-1"] };

  const styles: readonly { sentence: string; program: readonly Resource[] }[] = [
    {
      sentence: "inline blocks",
      program: [securityGroup("owner", { egress: [{ ...https, ...lists, securityGroups: [idOf(peer)], self: true }] })],
    },
    {
      sentence: "aws.ec2.SecurityGroupRule",
      program: [owner, ruleOf("addresses", lists), ruleOf("group", { sourceSecurityGroupId: idOf(peer) }), ruleOf("self", { self: true })],
    },
    {
      sentence: "aws.vpc.SecurityGroupEgressRule",
      program: [
        owner,
        egressRule("first", { cidrIpv4: "10.0.0.0/8" }),
        egressRule("second", { cidrIpv4: "192.168.0.0/16" }),
        egressRule("third", { cidrIpv6: "2001:db8::/32" }),
        egressRule("list", { prefixListId: "pl-1" }),
        egressRule("group", { referencedSecurityGroupId: idOf(peer) }),
        egressRule("self", { referencedSecurityGroupId: idOf(owner) }),
      ],
    },
  ];

  test.each(styles)("$sentence, at preview and once made", ({ program }) => {
    for (const view of [preview, settled])
      expect(permissions(groupOf(view([peer, ...program]), owner).outbound)).toBe(canonicalPermissions(everyKind));
  });

  test("rules that let traffic in let none out, whatever their style", () => {
    const inbound = [
      securityGroup("owner", { ingress: [{ ...https, cidrBlocks: ["0.0.0.0/0"] }] }),
      ruleOf("old", { type: "ingress", cidrBlocks: ["0.0.0.0/0"] }),
      resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "new", { securityGroupId: idOf(owner), ...singleHttps }),
    ];
    expect(groupOf(preview(inbound), owner).outbound).toEqual({ ok: true, value: [] });
  });

  test("null elements, in a list of blocks or in a block, say nothing", () => {
    const group = securityGroup("owner", { egress: [null, { ...https, cidrBlocks: [null, "10.0.0.0/8"], securityGroups: [null] }] });
    const rule = { direction: "outbound", ...https, peer: { kind: "cidr", cidr: "10.0.0.0/8" } };
    expect(groupOf(preview([group]), owner).outbound).toEqual({ ok: true, value: [rule] });
  });

  test("a single id or range in the place of a list is a list of it", () => {
    const group = securityGroup("owner", { egress: [{ ...https, cidrBlocks: "10.0.0.0/8", self: false }] });
    const rule = { direction: "outbound", ...https, peer: { kind: "cidr", cidr: "10.0.0.0/8" } };
    expect(groupOf(preview([group]), owner).outbound).toEqual({ ok: true, value: [rule] });
  });

  test("ports that are not given mean any", () => {
    const rule = resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "all", {
      ...{ securityGroupId: idOf(owner), ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" },
    });
    expect(groupOf(preview([owner, rule]), owner).outbound).toMatchObject({ value: [{ protocol: "-1", fromPort: -1, toPort: -1 }] });
  });
});

describe("a rule of which something does not show leaves its group's outbound rules unknown", () => {
  const either = applied([peer, third], idOf(peer));
  const address = { cidrBlocks: ["10.0.0.0/8"] };
  const rows: readonly { sentence: string; program: readonly Resource[]; why: string }[] = [
    { sentence: "an unknown port", program: [ruleOf("r", { ...address, fromPort: applied([peer], 1) })], why: "a port" },
    { sentence: "an unknown upper port", program: [ruleOf("r", { ...address, toPort: applied([peer], 1) })], why: "a port" },
    { sentence: "no protocol at all", program: [ruleOf("r", { ...address, protocol: null })], why: "the protocol" },
    { sentence: "an unknown protocol", program: [ruleOf("r", { ...address, protocol: applied([peer], "tcp") })], why: "the protocol" },
    {
      sentence: "an unknown address",
      program: [ruleOf("r", { cidrBlocks: [applied([peer], "10.0.0.0/8")] })],
      why: "the source or destination of the rule",
    },
    {
      sentence: "an unknown address in addition to a known one",
      program: [ruleOf("r", { cidrBlocks: ["10.0.0.0/8", applied([peer], "10.1.0.0/16")] })],
      why: "the source or destination of the rule",
    },
    {
      sentence: "an unknown list of addresses",
      program: [ruleOf("r", { cidrBlocks: applied([peer], []) })],
      why: "the source or destination of the rule",
    },
    {
      sentence: "an unknown prefix list",
      program: [egressRule("r", { prefixListId: applied([peer], "pl-1") })],
      why: "the source or destination of the rule",
    },
    {
      sentence: "a peer that may be one of two groups",
      program: [ruleOf("r", { sourceSecurityGroupId: either })],
      why: "the source or destination of the rule",
    },
    {
      sentence: "a peer that depends on no group",
      program: [egressRule("r", { referencedSecurityGroupId: applied([holder("none")], "sg-1") })],
      why: "the source or destination of the rule",
    },
    { sentence: "an unknown self", program: [ruleOf("r", { self: applied([peer], true) })], why: "the source or destination of the rule" },
    {
      sentence: "an unknown direction",
      program: [ruleOf("r", { ...address, type: applied([peer], "egress") })],
      why: "the rule is unknown",
    },
    { sentence: "no direction at all", program: [ruleOf("r", { ...address, type: null })], why: "the rule is unknown" },
    {
      sentence: "inline rules unknown as a whole",
      program: [securityGroup("owner", { egress: applied([peer], []) })],
      why: "the rule is unknown",
    },
    {
      sentence: "one unknown inline block",
      program: [securityGroup("owner", { egress: [applied([peer], {})] })],
      why: "the rule is unknown",
    },
  ];

  test.each(rows)("$sentence", ({ program, why }) => {
    const view = preview([...(program[0]?.name === "owner" ? [] : [owner]), peer, third, ...program]);
    expect(groupOf(view, owner).outbound).toEqual({ ok: false, error: expect.stringContaining(why) });
    expect(groupOf(view, third).outbound).toEqual({ ok: true, value: [] });
  });

  test("a rule that may belong to either of two groups leaves both unknown and a third alone", () => {
    const rule = ruleOf("r", { securityGroupId: applied([owner, peer], idOf(owner)), cidrBlocks: ["10.0.0.0/8"] });
    const view = preview([owner, peer, third, rule]);
    expect([owner, peer, third].map((group) => groupOf(view, group).outbound.ok)).toEqual([false, false, true]);
    expect(groupOf(view, owner).outbound).toEqual({ ok: false, error: expect.stringContaining("the security group of the rule") });
  });

  test("a rule that may belong to a group or to something foreign leaves every group unknown", () => {
    const foreign = resource("random:index/randomId:RandomId", "foreign");
    const rule = ruleOf("r", { securityGroupId: applied([owner, foreign], idOf(owner)), cidrBlocks: ["10.0.0.0/8"] });
    const view = preview([owner, peer, foreign, rule]);
    expect([owner, peer].map((group) => groupOf(view, group).outbound.ok)).toEqual([false, false]);
  });

  test("an unknown rule of one direction leaves the rules of the other known", () => {
    const view = preview([owner, peer, ruleOf("r", { ...address, fromPort: applied([peer], 1) })]);
    expect([groupOf(view, owner).outbound.ok, groupOf(view, owner).inbound?.ok]).toEqual([false, true]);
    const inbound = preview([owner, peer, ruleOf("r", { ...address, type: "ingress", fromPort: applied([peer], 1) })]);
    expect([groupOf(inbound, owner).outbound.ok, groupOf(inbound, owner).inbound?.ok]).toEqual([true, false]);
  });

  test("a rule of unknown direction leaves the rules of both unknown", () => {
    const view = preview([owner, peer, ruleOf("r", { ...address, type: applied([peer], "egress") })]);
    expect([groupOf(view, owner).outbound.ok, groupOf(view, owner).inbound?.ok]).toEqual([false, false]);
  });

  test("a rule with an unknown peer in an inline block leaves the references of that peer alone unknown", () => {
    const group = securityGroup("owner", { egress: [{ ...https, securityGroups: [either, "sg-1"], fromPort: applied([peer], 1) }] });
    const view = preview([group, peer, third, securityGroup("fourth")]);
    const unknown = [peer, third, securityGroup("fourth")].map((one) => groupOf(view, one).references);
    expect(unknown.map(({ ok }) => ok)).toEqual([false, false, true]);
    expect(unknown[0]).toEqual({ ok: false, error: expect.stringContaining("a port") });
  });

  test("a rule that may belong to any group leaves every group unknown", () => {
    const rule = ruleOf("r", { securityGroupId: applied([holder("none")], "sg-1"), cidrBlocks: ["10.0.0.0/8"] });
    const view = preview([owner, peer, rule]);
    expect([owner, peer].map((group) => groupOf(view, group).outbound.ok)).toEqual([false, false]);
  });

  test("a rule of a literal group elsewhere concerns no group of this stack", () => {
    const rule = ruleOf("r", { securityGroupId: "sg-elsewhere", cidrBlocks: applied([peer], []) });
    expect(groupOf(preview([owner, peer, rule]), owner).outbound).toEqual({ ok: true, value: [] });
  });

  test("a group of which only planned outputs show has unknown rules, because the provider may add some", () => {
    expect(groupOf({ ...preview([owner]), validated: [] }, owner).outbound).toMatchObject({ ok: false });
  });
});

describe("rules that contradict each other", () => {
  const block = { ...https, cidrBlocks: ["10.0.0.0/8"] };

  test("inline outbound rules and an outbound rule resource undo each other: unknown", () => {
    const group = securityGroup("owner", { egress: [block] });
    expect(groupOf(preview([group, egressRule("r", { cidrIpv4: "10.0.0.0/8" })]), owner).outbound).toEqual({
      ok: false,
      error: "inline rules and rule resources overwrite each other",
    });
  });

  test("inline inbound rules beside an outbound rule resource do not", () => {
    const group = securityGroup("owner", { ingress: [block] });
    expect(groupOf(preview([group, egressRule("r", { cidrIpv4: "10.0.0.0/8" })]), owner).outbound.ok).toBe(true);
  });
});
