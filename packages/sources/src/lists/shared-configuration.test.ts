import { type Attachment, knownList, type PartialList } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf, planOf } from "../testing/network-of";
import { applied, idOf, type Input, type Output, preview, type Resource, resource, settled, urnOf, type View } from "../testing/program";
import { holder, lambda, securityGroup, sharedVpcConfig, subnet, type VpcConfig, vpc } from "../testing/sample-resources";

const main = vpc("main");
const [s0, s1, s2] = [subnet("s0", main), subnet("s1", main), subnet("s2", main)];
const [a, b] = [securityGroup("a"), securityGroup("b")];

const given = { vpcId: idOf(main), subnetIds: [idOf(s0), idOf(s1)] };
const bare = sharedVpcConfig("shared", given, { subnetIds: [], securityGroupIds: [] });
const made = securityGroup("made", { vpcId: idOf(main) }, bare);
const shared = sharedVpcConfig("shared", given, { ...given, securityGroupIds: [idOf(made)] });
const base = [main, s0, s1, s2, a, b, made];

/** What a remote component hands out: one unknown list, which depends on the component and on what went into it. */
const remoteSubnets = applied([shared, s0, s1], [idOf(s0), idOf(s1)]);
const remoteGroups = applied([shared], [idOf(made)]);

function holes(count: PartialList["holes"], ...candidates: readonly Resource[]): PartialList {
  return { known: [], holes: count, candidates: candidates.map(urnOf) };
}

function attachmentOf(asks: VpcConfig | Output, program: readonly Resource[], view: (all: readonly Resource[]) => View = preview): unknown {
  const [first] = networkOf(view([...base, ...program, lambda("orders", asks)])).attachments;
  return first === undefined ? undefined : ({ subnets: first.subnets, securityGroups: first.securityGroups } satisfies Partial<Attachment>);
}

/** A list that came whole out of a shared configuration: that it did is an assumption. */
function uncut(count: PartialList["holes"], ...candidates: readonly Resource[]): PartialList {
  return { ...holes(count, ...candidates), assumed: true };
}

describe("a list unknown as a whole that depends on one shared configuration", () => {
  test("is what that configuration holds, element by element", () => {
    expect(attachmentOf({ subnetIds: remoteSubnets, securityGroupIds: remoteGroups }, [shared])).toEqual({
      subnets: uncut(2, s0, s1),
      securityGroups: uncut(1, made),
    });
  });

  test("is so too where the whole vpcConfig came out of it", () => {
    const whole = applied([shared, s0, s1], { subnetIds: [idOf(s0), idOf(s1)], securityGroupIds: [idOf(made)] });
    expect(attachmentOf(whole, [shared])).toEqual({ subnets: uncut(2, s0, s1), securityGroups: uncut(1, made) });
  });

  test("holds the existing groups that the configuration shares, known or new", () => {
    const groups = [idOf(a), "sg-known"];
    const adopting = sharedVpcConfig("adopting", { ...given, securityGroupIds: groups }, { ...given, securityGroupIds: groups });
    const [subnetIds, securityGroupIds] = [applied([adopting, s0, s1], [idOf(s0), idOf(s1)]), applied([adopting, a], groups)];
    expect(attachmentOf({ subnetIds, securityGroupIds }, [adopting])).toEqual({
      subnets: uncut(2, s0, s1),
      securityGroups: { ...uncut(1, a), known: ["sg-known"] },
    });
  });

  test("is known once everything is made", () => {
    expect(attachmentOf({ subnetIds: remoteSubnets, securityGroupIds: remoteGroups }, [shared], settled)).toEqual({
      subnets: knownList([urnOf(s0), urnOf(s1)]),
      securityGroups: knownList([urnOf(made)]),
    });
  });
});

test("a configuration that shares only literal ids gives known keys, but that they are its own is an assumption", () => {
  const lists = { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] };
  const literal = sharedVpcConfig("literal", lists, lists);
  const asks = { subnetIds: applied([literal], ["subnet-1"]), securityGroupIds: applied([literal], ["sg-1"]) };
  expect(attachmentOf(asks, [literal])).toEqual({
    subnets: { ...knownList(["subnet-1"]), assumed: true },
    securityGroups: { ...knownList(["sg-1"]), assumed: true },
  });
});

describe("a list stays unknown", () => {
  const second = sharedVpcConfig("second", given, { ...given, securityGroupIds: [idOf(a)] });
  const opaque = sharedVpcConfig("shared", given, { subnetIds: applied([s0, s1], []), securityGroupIds: applied([made], []) });
  const one = [applied([s0, s1], idOf(s1))];
  const picking = sharedVpcConfig("picking", { ...given, subnetIds: one }, { subnetIds: one, securityGroupIds: [idOf(made)] });
  const rows: readonly { sentence: string; asks: VpcConfig; program: readonly Resource[]; expected: PartialList }[] = [
    {
      sentence: "where it depends on a further subnet: something may have been added",
      asks: { subnetIds: applied([shared, s0, s1, s2], []), securityGroupIds: remoteGroups },
      program: [shared],
      expected: holes("unknown", s0, s1, s2),
    },
    {
      sentence: "where it depends on some of its subnets: the function may take its groups alone",
      asks: { subnetIds: applied([shared, s0], []), securityGroupIds: remoteGroups },
      program: [shared],
      expected: holes("unknown", s0, s1),
    },
    {
      sentence: "where it depends on two shared configurations",
      asks: { subnetIds: applied([shared, second, s0, s1], []), securityGroupIds: remoteGroups },
      program: [shared, second],
      expected: holes("unknown", s0, s1),
    },
    {
      sentence: "where the configuration's own list is unknown as a whole",
      asks: { subnetIds: remoteSubnets, securityGroupIds: remoteGroups },
      program: [opaque],
      expected: holes("unknown", s0, s1),
    },
    {
      sentence: "where the configuration has registered nothing",
      asks: { subnetIds: remoteSubnets, securityGroupIds: remoteGroups },
      program: [bare],
      expected: holes("unknown", s0, s1),
    },
    {
      sentence: "where the configuration holds one of several subnets: another may have been added",
      asks: { subnetIds: applied([picking, s0, s1], []), securityGroupIds: remoteGroups },
      program: [shared, picking],
      expected: holes("unknown", s0, s1),
    },
    {
      sentence: "where a component of another type holds the same",
      asks: { subnetIds: applied([holder("shared"), s0, s1], []), securityGroupIds: remoteGroups },
      program: [holder("shared"), securityGroup("inside", {}, holder("shared"))],
      expected: holes("unknown", s0, s1),
    },
  ];

  test.each(rows)("$sentence", ({ asks, program, expected }) => {
    expect(attachmentOf(asks, program)).toMatchObject({ subnets: expected });
  });
});

describe("a list that a configuration hands on with other ids is one of what the configuration was given, and of the others", () => {
  const log = resource("aws:cloudwatch/logGroup:LogGroup", "log");
  const strange = resource("shop:index:Thing", "strange");
  const adopting = (securityGroupIds: Input, registered: Input = securityGroupIds): Resource =>
    sharedVpcConfig("adopting", { ...given, securityGroupIds }, { ...given, securityGroupIds: registered });
  const second = sharedVpcConfig("second", { ...given, securityGroupIds: [idOf(b)] }, { ...given, securityGroupIds: [idOf(b)] });
  const first = adopting([idOf(a)]);
  const through = adopting(applied([second, b], [idOf(b)]), applied([second, b], []));

  const rows: readonly { sentence: string; list: Output; program: readonly Resource[]; expected: PartialList }[] = [
    {
      sentence: "with a group of the program",
      list: applied([first, a, b], [idOf(a), idOf(b)]),
      program: [first],
      expected: holes("unknown", a, b),
    },
    {
      sentence: "with a known id that the configuration was given",
      list: applied([adopting([idOf(a), "sg-known"]), b], [idOf(a), "sg-known", idOf(b)]),
      program: [adopting([idOf(a), "sg-known"])],
      expected: { ...holes("unknown", b, a), candidates: [urnOf(b), urnOf(a), "sg-known"] },
    },
    {
      sentence: "of two configurations",
      list: applied([first, second], [idOf(a), idOf(b)]),
      program: [first, second],
      expected: holes("unknown", a, b),
    },
    {
      sentence: "that a configuration takes from another configuration",
      list: applied([through, a], [idOf(a), idOf(b)]),
      program: [second, through],
      expected: holes("unknown", a, b),
    },
    {
      sentence: "that waits for a resource without ids",
      list: applied([adopting([applied([a, log], idOf(a))]), b], []),
      program: [log, adopting([applied([a, log], idOf(a))])],
      expected: holes("unknown", b, a),
    },
    {
      sentence: "that depends on a resource that may return any id: opaque",
      list: applied([adopting([applied([a, strange], idOf(a))]), b], []),
      program: [strange, adopting([applied([a, strange], idOf(a))])],
      expected: { ...holes("unknown", b, a), opaque: "foreign-dependency" },
    },
  ];

  test.each(rows)("$sentence", ({ list, program, expected }) => {
    expect(attachmentOf({ subnetIds: ["subnet-1"], securityGroupIds: list }, program)).toMatchObject({ securityGroups: expected });
  });

  test("an opaque configuration among them makes the list opaque", () => {
    const unclear = adopting(applied([strange], []));
    const list = applied([unclear, a], []);
    expect(attachmentOf({ subnetIds: ["subnet-1"], securityGroupIds: list }, [strange, unclear])).toMatchObject({
      securityGroups: { opaque: "foreign-dependency" },
    });
  });

  test("a configuration that creates a group which the stack does not show makes the list opaque", () => {
    const hidden = sharedVpcConfig("hidden", given, { ...given, securityGroupIds: applied([main], []) });
    expect(attachmentOf({ subnetIds: ["subnet-1"], securityGroupIds: applied([hidden, a], []) }, [hidden])).toMatchObject({
      securityGroups: { opaque: "foreign-dependency" },
    });
  });

  test("one of a list that is unknown as a whole and holds one group is that group", () => {
    const whole = adopting(applied([a], [idOf(a)]), applied([a], []));
    const vpcConfig = applied([whole, a, s0], { subnetIds: [idOf(s0)], securityGroupIds: [idOf(a)] });
    const network = planOf(preview([...base, whole, lambda("orders", vpcConfig)]));
    expect(network.attachments[0]?.securityGroups.certain).toEqual([urnOf(a)]);
  });
});

test("a list with an unknown element is read element by element, whatever it depends on", () => {
  const picked = applied([shared, s0, s1], idOf(s1));
  expect(attachmentOf({ subnetIds: [picked], securityGroupIds: remoteGroups }, [shared])).toMatchObject({ subnets: holes(1, s0, s1) });
});
