import { describe, expect, test } from "@jest/globals";
import { claimsOf } from "./claims";
import type { AttachmentDescription, Element, List, Version } from "./description";

const place = { kind: "vpc", name: "vpc0" } as const;
const made = (name: string): Element => ({ kind: "made", name });
const existing: Element = { kind: "existing", index: 0, by: "literal" };
const defaultGroup: Element = { kind: "default-group", vpc: "vpc0", by: "output" };
const entry = (tier: "private" | "public"): Element => ({ kind: "entry", component: "component0", tier, index: 0 });
const plain = (...elements: readonly Element[]): List => ({ kind: "elements", elements });
const applied = (elements: readonly Element[], more: Partial<List & { kind: "applied" }> = {}): List => ({
  kind: "applied",
  elements,
  take: elements.length,
  added: [],
  ...more,
});

const network: Version = {
  native: "none",
  vpcs: ["vpc0"],
  dualStack: [],
  abroad: [],
  subnets: ["subnet00", "subnet01"].map((name, octet) => ({ name, vpc: "vpc0", public: false, octet })),
  groups: ["group0", "group1"].map((name) => ({ name, place, rules: "none", generation: 1 })),
  components: [{ name: "component0", remote: true, privates: 2, publics: 1, isolateds: 0, shape: "tagged" }],
  shared: [{ name: "shared0", remote: true, place, subnets: plain(made("subnet00"), existing) }],
  connectors: [],
  functions: [],
};
const shared: List = { kind: "shared", name: "shared0", more: [] };
const [subnets, groups] = [plain(made("subnet00")), plain(made("group0"))];

/** The network with one function. */
function using(lists: Partial<AttachmentDescription>): Version {
  const attachment: AttachmentDescription = { place, subnets, groups, whole: false, ipv6: "none", ...lists };
  return { ...network, functions: [{ name: "function0", publish: false, ownProvider: false, attachment }] };
}

interface Case {
  readonly name: string;
  readonly lists: Partial<AttachmentDescription>;
  readonly broken?: readonly string[];
  readonly exact?: boolean;
}

const onAnEmptyStack: readonly Case[] = [
  { name: "ids of resources, one by one: exact", lists: { subnets: plain(made("subnet01"), existing) }, exact: true },
  { name: "both lists of a remote shared configuration: exact", lists: { subnets: shared, groups: shared }, exact: true },
  { name: "an unknown list: keeps S, not exact", lists: { subnets: applied([made("subnet00"), made("subnet01")]) } },
  {
    name: "an entry of a component's list: keeps S, not exact",
    lists: { subnets: plain({ kind: "entry", component: "component0", tier: "private", index: 0 }) },
  },
  {
    name: "an id added inside an apply: breaks S",
    lists: { subnets: applied([made("subnet00")], { added: [made("subnet01")] }) },
    broken: ["added in an apply"],
  },
  {
    name: "an id known beforehand inside an unknown list: breaks S",
    lists: { subnets: applied([made("subnet00"), existing]) },
    broken: ["known id inside an unknown value"],
  },
  {
    name: "part of a remote shared configuration that adopts known ids, with another group: breaks S",
    lists: { subnets: { ...shared, more: [made("subnet01")] } },
    broken: ["known id inside an unknown value"],
  },
  {
    name: "a known id inside one unknown vpcConfig: breaks S",
    lists: { subnets: plain(existing), whole: true },
    broken: ["known id inside an unknown value"],
  },
  { name: "a resource named twice: breaks S", lists: { subnets: plain(made("subnet00"), made("subnet00")) }, broken: ["repeated"] },
  { name: "a known id named twice: exact", lists: { subnets: plain(existing, existing) }, exact: true },
  {
    name: "the default group of a VPC or another: breaks S",
    lists: { groups: plain({ kind: "pick", of: [defaultGroup, made("group0")], takes: 0 }) },
    broken: ["default group or another"],
  },
  { name: "the default group of a VPC: keeps S", lists: { groups: plain(defaultGroup) } },
  {
    name: "the default group of a VPC, looked up: breaks S",
    lists: { groups: plain({ kind: "default-group", vpc: "vpc0", by: "lookup" }) },
    broken: ["looked up"],
  },
  { name: "a list of a component: keeps S", lists: { subnets: { kind: "output", component: "component0", tier: "private" } } },
  {
    name: "a part of a list of a component: breaks S",
    lists: { subnets: { kind: "output", component: "component0", tier: "private", take: 1 } },
    broken: ["not a list of the component"],
  },
  {
    name: "entries of two lists of a component: break S",
    lists: { subnets: plain(entry("private"), entry("public")) },
    broken: ["not a list of the component"],
  },
  {
    name: "an entry of a list of a component in one unknown vpcConfig: breaks S",
    lists: { subnets: plain(entry("private")), whole: true },
    broken: ["not a list of the component"],
  },
  {
    name: "the groups that another resource was given: keep S",
    lists: { groups: { kind: "handed-on", place, elements: [made("group0")] } },
  },
  {
    name: "a part of the groups that another resource was given: breaks S",
    lists: { groups: { kind: "handed-on", place, elements: [made("group0"), made("group1")], take: 1 } },
    broken: ["part of what is handed on"],
  },
  { name: "an id that waits for another resource: keeps S", lists: { subnets: plain({ kind: "waiting", name: "subnet00", for: "logs" }) } },
];

describe("on an empty stack,", () => {
  test.each(onAnEmptyStack)("$name", ({ lists, broken = [], exact = false }) => {
    const claims = claimsOf(using(lists), undefined);
    expect({ broken: claims.broken, exact: claims.exactStack }).toEqual({ broken, exact });
  });
});

describe("after a deployment,", () => {
  const known = onAnEmptyStack.filter(({ lists }) => lists.groups?.kind !== "handed-on");
  test.each(known)("with nothing new, all ids are known: exact and S is not needed ($name)", ({ lists }) => {
    expect(claimsOf(using(lists), using(lists))).toMatchObject({ broken: [], exactStack: true });
  });

  test("a resource that adopts the default group of a VPC is new, although the VPC is not", () => {
    const adopted: Element = { kind: "default-group", vpc: "vpc0", by: "adopted" };
    const list = using({ groups: applied([made("group0"), adopted]) });
    expect(claimsOf(list, using({})).exactStack).toBe(false);
    expect(claimsOf(list, list).exactStack).toBe(true);
  });

  test("a replaced subnet is unknown again", () => {
    const sliced = using({ subnets: applied([made("subnet00"), made("subnet01")], { take: 1 }) });
    const before = { ...sliced, subnets: sliced.subnets.map((subnet) => ({ ...subnet, octet: subnet.octet + 64 })) };
    expect(claimsOf(sliced, before).exactStack).toBe(false);
  });
});

test("a function of a provider with the same settings is in the same account", () => {
  const { functions, ...rest } = using({});
  const both = [...functions, ...functions.map((one) => ({ ...one, name: "function1", ownProvider: true }))];
  expect(claimsOf({ ...rest, functions: both }, undefined).exactStack).toBe(true);
});

test("groups that look like those of a shared configuration with the same subnets, and are others, break S", () => {
  const both = [made("group0"), made("group1")];
  const adopting = { ...network, shared: [{ name: "shared0", remote: false, place, subnets, groups: applied(both, { take: 1 }) }] };
  const attachment = (list: List): AttachmentDescription => ({ place, subnets, groups: list, whole: false, ipv6: "none" });
  const claims = (list: List) =>
    claimsOf(
      { ...adopting, functions: [{ name: "function0", publish: false, ownProvider: false, attachment: attachment(list) }] },
      undefined,
    );
  expect(claims({ kind: "shared", name: "shared0", more: [made("group1")] }).broken).toEqual([
    "another list than that of the shared configuration",
  ]);
  expect(claims(shared).broken).toEqual([]);
  expect(claims(plain(made("group0"))).broken).toEqual([]);
});
