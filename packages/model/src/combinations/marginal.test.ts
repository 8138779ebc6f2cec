import { describe, expect, test } from "@jest/globals";
import { exactly } from "../count/count";
import { planEnis } from "./eni-plan";
import { resolveNetwork } from "./resolved-network";
import type { HeldCombination, Inventory } from "../facts/inventory";
import type { Key } from "../facts/key";
import type { Attachment, Network } from "../facts/network";
import { attach, listWithHoles, sampleNetwork, subnetIn, unknownList } from "../testing/samples/sample-network";

/** `a b: x y` reads: subnets a and b each hold the set {x, y}. */
function holding(...lines: readonly string[]): readonly HeldCombination[] {
  return lines.flatMap((line) => {
    const [subnets = "", groups = ""] = line.split(":").map((part) => part.trim());
    return subnets.split(" ").map((subnet) => ({ subnet, securityGroups: groups === "" ? [] : groups.split(" ") }));
  });
}

function marginalOf(attachments: readonly Attachment[], held: readonly HeldCombination[], aliases: readonly (readonly Key[])[] = []) {
  return planEnis(resolveNetwork({ ...sampleNetwork({ attachments, inventory: { subnets: [], combinations: held } }), aliases })).marginal;
}

interface Case {
  readonly name: string;
  readonly attachments: readonly Attachment[];
  readonly held: readonly HeldCombination[];
  readonly aliases?: readonly (readonly Key[])[];
  readonly expected: readonly [min: number, likely: number, max: number];
}

const all = ["a", "b", "c"];
const [subnetsCut, oneOfThree] = [unknownList(...all), listWithHoles(1, all)];
const opaque = { ...unknownList(), opaque: "foreign-dependency" } as const;
const twin = [["adopted", "x"]];

const cases: readonly Case[] = [
  { name: "what is held is not new", attachments: [attach("f", all, ["x"])], held: holding("a b: x"), expected: [1, 1, 1] },
  {
    name: "order and duplicates of groups never matter",
    attachments: [attach("f", all, ["x", "y"])],
    held: holding("a b c: y x y"),
    expected: [0, 0, 0],
  },
  { name: "a subset is no match", attachments: [attach("f", all, ["x", "y"])], held: holding("a b c: x"), expected: [3, 3, 3] },
  { name: "the empty set is a set", attachments: [attach("f", all, [])], held: holding("a:", "b: x"), expected: [2, 2, 2] },
  {
    name: "functions share what is new as well",
    attachments: [attach("f", ["a", "b"], ["x"]), attach("g", ["b", "c"], ["x"])],
    held: holding("a: x"),
    expected: [2, 2, 2],
  },
  {
    name: "one of three subnets may be the held one",
    attachments: [attach("f", oneOfThree, ["x"])],
    held: holding("a: x"),
    expected: [0, 0, 1],
  },
  {
    name: "one of three subnets of which all are held is not new",
    attachments: [attach("f", oneOfThree, ["x"])],
    held: holding("a b c: x"),
    expected: [0, 0, 0],
  },
  {
    name: "two of three subnets, one held: one is new at least",
    attachments: [attach("f", listWithHoles(2, all), ["x"])],
    held: holding("a: x"),
    expected: [1, 1, 2],
  },
  { name: "a list cut by an apply", attachments: [attach("f", subnetsCut, ["x"])], held: holding("a: x"), expected: [0, 2, 2] },
  {
    name: "a set that may be one of two may be the held one",
    attachments: [attach("f", all, listWithHoles(1, ["x", "y"]))],
    held: holding("a b: x"),
    expected: [1, 3, 3],
  },
  {
    name: "a set that cannot be the held one does not share",
    attachments: [attach("f", all, listWithHoles(1, ["x", "y"], ["z"]))],
    held: holding("a b c: x", "a b c: z", "a b c: x y z"),
    expected: [3, 3, 3],
  },
  { name: "an opaque set may be any", attachments: [attach("f", all, opaque)], held: holding("a: q", "b: r"), expected: [1, 3, 3] },
  { name: "opaque subnets may be any", attachments: [attach("f", opaque, ["x"])], held: holding("q: x"), expected: [0, 0, 16] },
  {
    name: "opaque subnets beside known ones that are held",
    attachments: [attach("f", { ...listWithHoles(2, [], ["a"]), opaque: "foreign-dependency" }, ["x"])],
    held: holding("a: x"),
    expected: [0, 0, 2],
  },
  {
    name: "a group that may be the held one under another name",
    attachments: [attach("f", all, ["adopted"])],
    held: holding("a b: x"),
    aliases: twin,
    expected: [1, 3, 3],
  },
  {
    name: "a subnet that may be the held one under another name",
    attachments: [attach("f", ["adopted", "b"], ["q"])],
    held: holding("x: q"),
    aliases: twin,
    expected: [1, 2, 2],
  },
  {
    name: "functions of two providers may be of two accounts, and the inventory is of one",
    attachments: [
      { ...attach("f", ["a"], ["x"]), scope: "east" },
      { ...attach("g", ["b"], ["y"]), scope: "west" },
    ],
    held: holding("a: x"),
    expected: [1, 1, 2],
  },
];

describe("the marginal count of a stack:", () => {
  test.each(cases)("$name", ({ attachments, held, aliases, expected: [min, likely, max] }) => {
    expect(marginalOf(attachments, held, aliases)).toMatchObject({ min, likely, max });
  });
});

describe("with an inventory", () => {
  const inventory: Inventory = {
    subnets: [
      { subnet: "a", vpc: "main", cidrBlock: "10.0.0.0/24" },
      { subnet: "q", vpc: "other" },
    ],
    combinations: holding("a: x", "a: y", "q: x"),
  };
  const network: Network = sampleNetwork({ attachments: [attach("f", ["a"], ["x"]), attach("g", ["a"], ["z"])], inventory });

  test("a subnet outside the stack gets its VPC, which is charged with what is new and shows what it holds", () => {
    expect(planEnis(resolveNetwork(network)).vpcs).toMatchObject([
      { vpc: "main", combinations: exactly(2), marginal: exactly(1), held: { count: exactly(2), uncertainties: [] } },
    ]);
  });

  test("a subnet lists what is new in it", () => {
    expect(planEnis(resolveNetwork(network)).subnets).toEqual([{ subnet: "a", combinations: exactly(2), marginal: exactly(1) }]);
  });

  test("a combination of a subnet whose VPC does not show may be held in any VPC, and this is reported", () => {
    const unplaced = { ...inventory, combinations: [...inventory.combinations, ...holding("nowhere: x")] };
    expect(planEnis(resolveNetwork({ ...network, inventory: unplaced })).vpcs).toMatchObject([
      { held: { count: { min: 2, likely: 2, max: 3 }, uncertainties: ["inventory-without-vpc"] } },
    ]);
  });

  test("a VPC that may be another by another name may hold what that one holds", () => {
    expect(planEnis(resolveNetwork({ ...network, aliases: [["main", "other"]] })).vpcs).toMatchObject([
      { held: { count: { min: 2, likely: 2, max: 3 }, uncertainties: ["perhaps-same-resource"] } },
    ]);
  });

  test("a VPC that does not show holds what the function's subnets hold, and perhaps what the fullest other one does", () => {
    const somewhere = sampleNetwork({
      subnets: [subnetIn("third", "c")],
      attachments: [attach("f", ["s"], ["x"])],
      inventory: { ...inventory, combinations: [...inventory.combinations, ...holding("s: x", "c: x")] },
    });
    expect(planEnis(resolveNetwork(somewhere)).vpcs).toMatchObject([
      { marginal: exactly(0), held: { count: { min: 1, likely: 1, max: 3 }, uncertainties: ["vpc-unknown"] } },
    ]);
  });

  test("a VPC that does not show perhaps holds what a subnet holds whose VPC does not show either", () => {
    const somewhere = sampleNetwork({
      attachments: [attach("f", ["s"], ["x"])],
      inventory: { subnets: [], combinations: holding("s: x", "nowhere: x y") },
    });
    expect(planEnis(resolveNetwork(somewhere)).vpcs).toMatchObject([
      { held: { count: { min: 1, likely: 1, max: 2 }, uncertainties: ["inventory-without-vpc"] } },
    ]);
  });

  test("a subnet that functions of two VPCs name is perhaps in either", () => {
    const contradicting = sampleNetwork({
      subnets: [subnetIn("main", "a"), subnetIn("other", "z")],
      attachments: [attach("f", ["a", "b"], ["x"]), attach("g", ["b", "z"], ["x"])],
      inventory: { subnets: [], combinations: holding("b: x") },
    });
    const held = { count: { min: 0, likely: 0, max: 1 }, uncertainties: ["inventory-without-vpc"] };
    expect(planEnis(resolveNetwork(contradicting)).vpcs).toMatchObject([
      { vpc: "main", held },
      { vpc: "other", held },
    ]);
  });

  test("a subnet is where a function that is placed by another subnet shows it to be", () => {
    const placed = { ...network, attachments: [attach("f", ["a", "b"], ["x"])] };
    const held = { ...inventory, combinations: holding("b: x", "b: z") };
    expect(planEnis(resolveNetwork({ ...placed, inventory: held })).vpcs).toMatchObject([
      { vpc: "main", held: { count: exactly(2), uncertainties: [] } },
    ]);
  });
});
