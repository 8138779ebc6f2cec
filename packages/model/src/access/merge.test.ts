import { describe, expect, test } from "@jest/globals";
import type { Key } from "../facts/key";
import { mergeableSets, perhapsMergeableSets } from "./merge";
import type { SecurityGroup } from "../facts/network";
import { sampleGroups } from "../testing/samples/sample-groups";
import { sampleNetwork } from "../testing/samples/sample-network";
import { from, to } from "../testing/samples/sample-rule";

const anywhere = to("0.0.0.0/0");
const unknown = { ok: false, error: "a port is unknown" } as const;
const aGroup = (key: Key) => ({ kind: "security-group", key }) as const;

/** The same groups with something else true of one of them. */
function but(groups: readonly SecurityGroup[], key: Key, other: Partial<SecurityGroup>): readonly SecurityGroup[] {
  return groups.map((group) => (group.key === key ? { ...group, ...other } : group));
}

const twins = sampleGroups({ a: [anywhere], b: [anywhere] });

interface Case {
  readonly name: string;
  readonly groups: readonly SecurityGroup[];
  /** By default one set of `a` and one of `b`. */
  readonly sets?: readonly (readonly Key[])[];
}

const merged: readonly (Case & { readonly keep?: readonly Key[]; readonly replace?: readonly (readonly Key[])[] })[] = [
  { name: "groups with equal rules", groups: twins },
  { name: "groups without any rule", groups: sampleGroups({ a: [], b: [] }) },
  {
    name: "groups whose port ranges are cut differently",
    groups: sampleGroups({ a: [to("10.0.0.0/8", "tcp", 1, 9)], b: [to("10.0.0.0/8", "6", 5, 9), to("10.0.0.0/8", "tcp", 1, 4)] }),
  },
  {
    name: "groups whose blocks are cut differently",
    groups: sampleGroups({ a: [to("10.0.0.0/24")], b: [to("10.0.0.0/25"), to("10.0.0.128/25")] }),
  },
  {
    name: "groups with different inbound rules: they do nothing on a function",
    groups: sampleGroups({ a: [anywhere, { ...to("10.0.0.0/8"), direction: "inbound" }], b: [anywhere] }),
  },
  {
    name: "groups that a third group's inbound rules refer to alike",
    groups: sampleGroups({ a: [anywhere], b: [anywhere], database: [from("a"), from("b")] }),
  },
  {
    name: "groups that a third group's outbound rules refer to alike",
    groups: sampleGroups({ a: [anywhere], b: [anywhere], proxy: [to(aGroup("a")), to(aGroup("b"))] }),
  },
  {
    name: "groups that let traffic out to the same third group",
    groups: sampleGroups({ a: [to(aGroup("c"))], b: [to(aGroup("c"))], c: [] }),
  },
  { name: "groups that let traffic out to themselves", groups: sampleGroups({ a: [to(aGroup("a"))], b: [to(aGroup("b"))] }) },
  { name: "groups that let traffic in from themselves", groups: sampleGroups({ a: [from("a")], b: [from("b")] }) },
  {
    name: "two groups into one with the rules of both",
    groups: sampleGroups({ a: [to("10.0.0.0/25")], b: [to("10.0.0.128/25")], c: [to("10.0.0.0/24")] }),
    sets: [["a", "b"], ["c"]],
    keep: ["c"],
    replace: [["a", "b"]],
  },
  {
    name: "a set with a group that adds nothing into the set without it",
    groups: twins,
    sets: [["a", "b"], ["a"]],
    replace: [["a", "b"]],
  },
  {
    name: "two groups that refer to each other into one that refers to itself",
    groups: sampleGroups({ a: [to(aGroup("b")), to(aGroup("a"))], b: [to(aGroup("a")), to(aGroup("b"))], c: [to(aGroup("c"))] }),
    sets: [["a", "b"], ["c"]],
    keep: ["c"],
    replace: [["a", "b"]],
  },
  {
    name: "all sets that are alike into the first of the smallest",
    groups: sampleGroups({ c: [anywhere], b: [anywhere], a: [anywhere] }),
    sets: [["c"], ["b", "a"], ["b"], ["c", "b", "c"]],
    keep: ["b"],
    replace: [["c"], ["a", "b"], ["b", "c"]],
  },
];

const apart: readonly Case[] = [
  { name: "a group with one more port", groups: sampleGroups({ a: [to("10.0.0.0/8", "tcp", 80)], b: [to("10.0.0.0/8", "tcp", 80, 81)] }) },
  { name: "a group with one more block", groups: sampleGroups({ a: [to("10.0.0.0/24")], b: [to("10.0.0.0/24"), to("10.0.1.0/32")] }) },
  { name: "a group that a database uses too", groups: but(twins, "b", { otherUsers: ["database"] }) },
  { name: "a group that would be kept and that a database uses too", groups: but(twins, "a", { otherUsers: ["database"] }) },
  {
    name: "a set of which a database uses one group",
    groups: but(sampleGroups({ a: [to("10.0.0.0/25")], b: [to("10.0.0.128/25")], c: [to("10.0.0.0/24")] }), "b", {
      otherUsers: ["database"],
    }),
    sets: [["a", "b"], ["c"]],
  },
  {
    name: "a group that lets traffic out to a third and one that the third lets in",
    groups: sampleGroups({ a: [to(aGroup("c"))], b: [], c: [from("b", "tcp", 443)] }),
  },
  { name: "a group with unknown outbound rules", groups: but(twins, "b", { outbound: unknown }) },
  {
    name: "two groups whose outbound rules are unknown alike",
    groups: but(but(twins, "a", { outbound: unknown }), "b", { outbound: unknown }),
  },
  { name: "a group that unknown rules may refer to", groups: but(twins, "b", { references: unknown }) },
  { name: "groups of which a third lets in only one", groups: sampleGroups({ a: [anywhere], b: [anywhere], database: [from("a")] }) },
  {
    name: "groups that a third lets in on different ports",
    groups: sampleGroups({ a: [anywhere], b: [anywhere], database: [from("a"), from("b", "tcp", 3306)] }),
  },
  {
    name: "groups that two different groups let in",
    groups: sampleGroups({ a: [anywhere], b: [anywhere], orders: [from("a")], stock: [from("b")] }),
  },
  {
    name: "groups of which a third lets traffic out to only one",
    groups: sampleGroups({ a: [anywhere], b: [anywhere], proxy: [to(aGroup("a"))] }),
  },
  {
    name: "a reference of a third group's inbound rule and one of an outbound rule",
    groups: sampleGroups({
      a: [],
      b: [],
      third: [
        { ...from("a"), direction: "inbound" },
        { ...from("b"), direction: "outbound" },
      ],
    }),
  },
  {
    name: "a group that lets traffic out to itself and one that lets it out to the other",
    groups: sampleGroups({ a: [to(aGroup("a"))], b: [to(aGroup("a"))] }),
  },
  { name: "groups that let traffic out to each other", groups: sampleGroups({ a: [to(aGroup("b"))], b: [to(aGroup("a"))] }) },
  { name: "equal groups of two VPCs", groups: but(twins, "b", { vpc: "another vpc" }) },
  {
    name: "sets that mix two VPCs alike",
    groups: [...twins, ...sampleGroups({ c: [anywhere], d: [anywhere] }, "another vpc")],
    sets: [
      ["a", "c"],
      ["b", "d"],
    ],
  },
  { name: "a group that the stack has no record of", groups: twins.slice(0, 1) },
  { name: "a set with a group that the stack has no record of", groups: twins, sets: [["a"], ["a", "sg-0123"]] },
  { name: "the empty set and a set without any rule", groups: sampleGroups({ a: [] }), sets: [[], ["a"]] },
  { name: "a set that is alone", groups: twins, sets: [["a"], ["a", "a"]] },
  { name: "no sets", groups: twins, sets: [] },
];

const byDefault = [["a"], ["b"]];

describe("merged without widening access are", () => {
  test.each(merged)("$name", ({ groups, sets = byDefault, keep = ["a"], replace = [["b"]] }) => {
    expect(mergeableSets(sampleNetwork({ securityGroups: groups }), sets)).toEqual([{ keep, replace }]);
    expect(mergeableSets(sampleNetwork({ securityGroups: groups.toReversed() }), sets.toReversed())).toEqual([{ keep, replace }]);
  });
});

describe("never merged are", () => {
  test.each(apart)("$name", ({ groups, sets = byDefault }) => {
    expect(mergeableSets(sampleNetwork({ securityGroups: groups }), sets)).toEqual([]);
  });
});

const concealed = but(twins, "b", { outbound: unknown });

const perhaps: readonly (Case & { readonly found: ReturnType<typeof perhapsMergeableSets> })[] = [
  {
    name: "a group whose outbound rules do not show, and another",
    groups: concealed,
    found: [{ keep: ["a"], replace: [["b"]], concealed: [["b"]] }],
  },
  {
    name: "groups that rules that do not show may refer to",
    groups: but(but(twins, "a", { references: unknown }), "b", { references: unknown }),
    found: [{ keep: ["a"], replace: [["b"]], concealed: [["a"], ["b"]] }],
  },
  {
    name: "not a group that surely lets out something else",
    groups: but(sampleGroups({ a: [anywhere], b: [to("10.0.0.0/8")] }), "b", { references: unknown }),
    found: [],
  },
  {
    name: "not groups that surely let out different traffic, whatever refers to them",
    groups: but(but(sampleGroups({ a: [anywhere], b: [to("10.0.0.0/8")] }), "a", { references: unknown }), "b", { references: unknown }),
    found: [],
  },
  {
    name: "groups of two VPCs, each with those of its own",
    groups: [...concealed, ...but(sampleGroups({ c: [anywhere], d: [anywhere] }, "another vpc"), "d", { outbound: unknown })],
    sets: [["a"], ["b"], ["c"], ["d"]],
    found: [
      { keep: ["a"], replace: [["b"]], concealed: [["b"]] },
      { keep: ["c"], replace: [["d"]], concealed: [["d"]] },
    ],
  },
  { name: "not groups that surely grant the same: those are offered", groups: twins, found: [] },
  { name: "not a group that a database uses too", groups: but(concealed, "b", { otherUsers: ["database"] }), found: [] },
  { name: "not groups of two VPCs", groups: but(concealed, "b", { outbound: unknown, vpc: "another vpc" }), found: [] },
  { name: "not a group that the stack has no record of", groups: twins.slice(0, 1), found: [] },
];

describe("perhaps mergeable are", () => {
  test.each(perhaps)("$name", ({ groups, sets = byDefault, found }) => {
    expect(perhapsMergeableSets(sampleNetwork({ securityGroups: groups }), sets)).toEqual(found);
    expect(perhapsMergeableSets(sampleNetwork({ securityGroups: groups.toReversed() }), sets.toReversed())).toEqual(found);
  });
});
