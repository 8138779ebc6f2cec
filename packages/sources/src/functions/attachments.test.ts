import { type Attachment, knownList, type PartialList } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Input, preview, type Resource, resource, settled, urnOf, type View } from "../testing/program";
import { holder, lambda, securityGroup, subnet, type VpcConfig, vpc } from "../testing/sample-resources";

const main = vpc("main");
const [s0, s1, s9] = [subnet("s0", main), subnet("s1", main), subnet("s9", main)];
const [a, b] = [securityGroup("a"), securityGroup("b")];
const plainProgram = [main, s0, s1, s9, a, b];

const shared = holder("shared");
const inside = securityGroup("inside", {}, shared);
const deeper = holder("deeper", shared);
const deepest = securityGroup("deepest", {}, deeper);

const awsx = holder("awsx-vpc");
const awsxVpc = vpc("awsx-vpc", awsx);
const privates = [subnet("private-1", awsxVpc, {}, awsxVpc), subnet("private-2", awsxVpc, {}, awsxVpc)];
const publics = ["public-1", "public-2"].map((name) => subnet(name, awsxVpc, { mapPublicIpOnLaunch: true }, awsxVpc));
const awsxParts = [awsx, awsxVpc, ...privates, ...publics];
const privateSubnetIds = applied(awsxParts, privates.map(idOf));

const awsxLists = { oneOf: [privates.map(urnOf), publics.map(urnOf)], usual: privates.map(urnOf) };

const secret = resource("random:index/randomId:RandomId", "secret");
const reference = resource("pulumi:pulumi:StackReference", "network");

function known(...keys: readonly (Resource | string)[]): PartialList {
  return knownList(keys.map((key) => (typeof key === "string" ? key : urnOf(key))));
}

function holes(count: PartialList["holes"], candidates: readonly Resource[], ...knownOnes: readonly Resource[]): PartialList {
  return { known: knownOnes.map(urnOf), holes: count, candidates: candidates.map(urnOf) };
}

/** What the function `orders` with such a `vpcConfig` asks for, as a view of the program shows it. */
function attachmentOf(view: View): Pick<Attachment, "subnets" | "securityGroups"> | undefined {
  const { attachments } = networkOf(view);
  return attachments[0] === undefined ? undefined : { subnets: attachments[0].subnets, securityGroups: attachments[0].securityGroups };
}

interface Row {
  readonly sentence: string;
  readonly asks: VpcConfig | ReturnType<typeof applied>;
  readonly subnets: PartialList;
  readonly securityGroups: PartialList;
  readonly program?: readonly Resource[];
}

describe("at a first preview", () => {
  const rows: readonly Row[] = [
    {
      sentence: "new subnets and a new group: as many holes as candidates",
      asks: { subnetIds: [idOf(s0), idOf(s1)], securityGroupIds: [idOf(a)] },
      subnets: holes(2, [s0, s1]),
      securityGroups: holes(1, [a]),
    },
    {
      sentence: "two new groups: each a hole",
      asks: { subnetIds: [idOf(s0), idOf(s1)], securityGroupIds: [idOf(b), idOf(a)] },
      subnets: holes(2, [s0, s1]),
      securityGroups: holes(2, [b, a]),
    },
    {
      sentence: "subnets cut by an apply: an unknown list over all that the apply saw, while the groups stay exact",
      asks: { subnetIds: applied([s0, s1], [idOf(s0)]), securityGroupIds: [idOf(a)] },
      subnets: holes("unknown", [s0, s1]),
      securityGroups: holes(1, [a]),
    },
    {
      sentence: "a literal subnet and a literal group beside a new one: the known elements stay known",
      asks: { subnetIds: ["subnet-known"], securityGroupIds: [idOf(a), "sg-known"] },
      subnets: known("subnet-known"),
      securityGroups: { known: ["sg-known"], holes: 1, candidates: [urnOf(a)] },
    },
    {
      sentence: "a whole vpcConfig out of one apply: both lists unknown, told apart by type",
      asks: applied([s0, a], { subnetIds: [idOf(s0)], securityGroupIds: [idOf(a)] }),
      subnets: holes("unknown", [s0]),
      securityGroups: holes("unknown", [a]),
    },
    {
      sentence: "ids out of a remote component: the group inside it is found as its child",
      asks: { subnetIds: applied([shared, s0, s1], [idOf(s0), idOf(s1)]), securityGroupIds: applied([shared], [idOf(inside)]) },
      subnets: holes("unknown", [s0, s1]),
      securityGroups: holes("unknown", [inside]),
      program: [...plainProgram, shared, inside],
    },
    {
      sentence: "a group two levels down in a component is found behind it",
      asks: { subnetIds: [idOf(s0)], securityGroupIds: applied([shared], [idOf(deepest)]) },
      subnets: holes(1, [s0]),
      securityGroups: holes("unknown", [deepest]),
      program: [...plainProgram, shared, deeper, deepest],
    },
    {
      sentence: "privateSubnetIds of an awsx VPC: private and public subnets alike are candidates, and its lists are private and public",
      asks: { subnetIds: privateSubnetIds, securityGroupIds: [idOf(a)] },
      subnets: { ...holes("unknown", [...privates, ...publics]), ...awsxLists },
      securityGroups: holes(1, [a]),
      program: [...awsxParts, a],
    },
    {
      sentence: "one entry of a component's list: one hole out of all candidates",
      asks: { subnetIds: [applied(awsxParts, idOf(privates[0] ?? s0))], securityGroupIds: [idOf(a)] },
      subnets: { ...holes(1, [...privates, ...publics]), ...awsxLists },
      securityGroups: holes(1, [a]),
      program: [...awsxParts, a],
    },
    {
      sentence: "literal ids, as `.get` and stack configuration give them: known as written",
      asks: { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: ["sg-1"] },
      subnets: known("subnet-1", "subnet-2"),
      securityGroups: known("sg-1"),
    },
    {
      sentence: "null elements do not count",
      asks: { subnetIds: [null, "subnet-1"], securityGroupIds: [null, idOf(a)] },
      subnets: known("subnet-1"),
      securityGroups: holes(1, [a]),
    },
    {
      sentence: "no groups at all: an empty list, not an unknown one",
      asks: { subnetIds: [idOf(s0)], securityGroupIds: [] },
      subnets: holes(1, [s0]),
      securityGroups: known(),
    },
    {
      sentence: "an id that passed through a foreign resource: as many holes as candidates all the same",
      asks: { subnetIds: [idOf(s0)], securityGroupIds: [applied([a, secret], idOf(a))] },
      subnets: holes(1, [s0]),
      securityGroups: holes(1, [a]),
      program: [...plainProgram, secret],
    },
    {
      sentence: "an unknown list that passed through a foreign resource, and one of several ids: opaque",
      asks: { subnetIds: applied([s0, secret], [idOf(s0)]), securityGroupIds: [applied([a, b, secret], idOf(a))] },
      subnets: { ...holes("unknown", [s0]), opaque: "foreign-dependency" },
      securityGroups: { ...holes(1, [a, b]), opaque: "foreign-dependency" },
      program: [...plainProgram, secret],
    },
    {
      sentence: "a component that holds no subnet, group or VPC is foreign: opaque",
      asks: { subnetIds: applied([shared], [idOf(s0)]), securityGroupIds: ["sg-1"] },
      subnets: { ...holes("unknown", []), opaque: "foreign-dependency" },
      securityGroups: known("sg-1"),
      program: [shared, resource("random:index/randomId:RandomId", "inner", {}, shared)],
    },
    {
      sentence: "an unknown list that depends on nothing policies see, as a StackReference gives it: no candidates",
      asks: { subnetIds: applied([reference], ["subnet-1"]), securityGroupIds: ["sg-1"] },
      subnets: holes("unknown", []),
      securityGroups: known("sg-1"),
      program: [],
    },
  ];

  test.each(rows)("$sentence", ({ asks, subnets, securityGroups, program = plainProgram }) => {
    expect(attachmentOf(preview([...program, lambda("orders", asks)]))).toEqual({ subnets, securityGroups });
  });
});

describe("once ids are known", () => {
  const asks = { subnetIds: [idOf(s1), idOf(s0)], securityGroupIds: [idOf(b), idOf(a)] };
  const orders = lambda("orders", asks);

  test("an id that the stack's own outputs show becomes that resource's URN", () => {
    expect(attachmentOf(settled([...plainProgram, orders]))).toEqual({ subnets: known(s1, s0), securityGroups: known(b, a) });
  });

  test("a literal id of a resource that the stack manages becomes its URN too", () => {
    const literal = lambda("orders", { subnetIds: ["subnet-s0"], securityGroupIds: ["sg-a", "sg-other"] });
    const view = preview([...plainProgram, literal], plainProgram);
    expect(attachmentOf(view)).toEqual({ subnets: known(s0), securityGroups: known(a, "sg-other") });
  });

  test("a new function with one new subnet among known ones has one hole; the known ones stay candidates that the model leaves out", () => {
    const later = lambda("orders", { subnetIds: [idOf(s0), idOf(s9), idOf(s1)], securityGroupIds: [idOf(b)] });
    const existing = plainProgram.filter((one) => one !== s9);
    expect(attachmentOf(preview([...plainProgram, later], existing))).toEqual({
      subnets: holes(1, [s0, s9, s1], s0, s1),
      securityGroups: known(b),
    });
  });

  test("an id of something that is nothing to a network is no alias of it", () => {
    const namesake = resource("random:index/randomId:RandomId", "sg-a");
    const literal = lambda("orders", { subnetIds: ["subnet-1"], securityGroupIds: ["sg-a"] });
    expect(attachmentOf(settled([namesake, literal]))?.securityGroups).toEqual(known("sg-a"));
  });

  test("an apply over known ids shows its list element by element", () => {
    const cut = lambda("orders", { subnetIds: applied([s0, s1], [idOf(s1)]), securityGroupIds: [idOf(a)] });
    expect(attachmentOf(settled([...plainProgram, cut]))).toEqual({ subnets: known(s1), securityGroups: known(a) });
  });
});

describe("a function outside any VPC has no attachment", () => {
  const configs: readonly { sentence: string; inputs: { readonly [name: string]: Input } }[] = [
    { sentence: "without vpcConfig", inputs: {} },
    { sentence: "with vpcConfig null", inputs: { vpcConfig: null } },
    { sentence: "with two empty lists", inputs: { vpcConfig: { subnetIds: [], securityGroupIds: [] } } },
    { sentence: "with two lists of nulls", inputs: { vpcConfig: { subnetIds: [null], securityGroupIds: [null] } } },
    { sentence: "with a vpcConfig that is no object", inputs: { vpcConfig: "none" } },
  ];

  test.each(configs)("$sentence", ({ inputs }) => {
    const orders = resource("aws:lambda/function:Function", "orders", inputs);
    expect(networkOf(preview([orders])).attachments).toEqual([]);
  });
});

describe("a function that only stack validation shows", () => {
  const unseen = (view: View): View => ({ ...view, validated: [] });

  test("is opaque where its planned set is unknown: known elements may hide in it", () => {
    const orders = lambda("orders", { subnetIds: ["subnet-known"], securityGroupIds: [idOf(a), "sg-known"] });
    expect(attachmentOf(unseen(preview([a, orders])))).toEqual({
      subnets: known("subnet-known"),
      securityGroups: { ...holes("unknown", [a]), opaque: "inputs-not-seen" },
    });
  });

  test("is opaque, and never without a VPC, where its whole vpcConfig is unknown", () => {
    const orders = lambda("orders", applied([s0, a], { subnetIds: [idOf(s0)], securityGroupIds: [idOf(a)] }));
    expect(attachmentOf(unseen(preview([main, s0, a, orders])))).toEqual({
      subnets: { ...holes("unknown", [s0]), opaque: "inputs-not-seen" },
      securityGroups: { ...holes("unknown", [a]), opaque: "inputs-not-seen" },
    });
  });

  test("is known once everything is made", () => {
    const orders = lambda("orders", { subnetIds: [idOf(s0)], securityGroupIds: [idOf(a)] });
    expect(attachmentOf(unseen(settled([main, s0, a, orders])))).toEqual({ subnets: known(s0), securityGroups: known(a) });
  });
});
