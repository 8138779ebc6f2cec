import { describe, expect, test } from "@jest/globals";
import type { InventorySubnet } from "../facts/inventory";
import { inventoryContradictions, type InventoryContradiction, vpcBySubnet } from "./vpc-by-subnet";
import { sampleNetwork, subnetIn } from "../testing/samples/sample-network";

interface Case {
  readonly name: string;
  readonly said: readonly InventorySubnet[];
  readonly home: string | undefined;
  readonly contradictions: readonly InventoryContradiction[];
}

const cases: readonly Case[] = [
  { name: "the stack's, where the inventory agrees", said: [{ subnet: "s", vpc: "main" }], home: "main", contradictions: [] },
  { name: "the stack's, where the inventory names none", said: [{ subnet: "s" }], home: "main", contradictions: [] },
  {
    name: "the stack's, where the inventory says another",
    said: [{ subnet: "s", vpc: "other" }],
    home: "main",
    contradictions: [{ subnet: "s", inventory: ["other"], stack: "main" }],
  },
  {
    name: "the stack's, where it may be the inventory's by another name",
    said: [{ subnet: "s", vpc: "vpc-1" }],
    home: "main",
    contradictions: [],
  },
  { name: "the inventory's, where the stack names none", said: [{ subnet: "t", vpc: "other" }], home: "other", contradictions: [] },
  {
    name: "the inventory's, said twice",
    said: [
      { subnet: "u", vpc: "other" },
      { subnet: "u", vpc: "other" },
    ],
    home: "other",
    contradictions: [],
  },
  {
    name: "not known, where the inventory says two",
    said: [
      { subnet: "u", vpc: "other" },
      { subnet: "u", vpc: "main" },
    ],
    home: undefined,
    contradictions: [{ subnet: "u", inventory: ["main", "other"] }],
  },
];

describe("the VPC of a subnet is", () => {
  test.each(cases)("$name", ({ said, home, contradictions }) => {
    const network = sampleNetwork({
      subnets: [subnetIn("main", "s"), subnetIn(undefined, "t")],
      aliases: [["main", "vpc-1"]],
      inventory: { subnets: said, combinations: [] },
    });
    expect(vpcBySubnet(network).get(said[0]?.subnet ?? "")).toBe(home);
    expect(inventoryContradictions(network)).toStrictEqual(contradictions);
  });
});

describe("without keys that may be the same thing", () => {
  const network = (subnets: readonly InventorySubnet[]) =>
    sampleNetwork({ subnets: [subnetIn("main", "s"), subnetIn("main", "r")], inventory: { subnets, combinations: [] } });

  test("an inventory contradicts the stack where it says another VPC, and the contradictions are in order", () => {
    const said = ["s", "r"].map((subnet) => ({ subnet, vpc: "other" }));
    expect(inventoryContradictions(network([...said, { subnet: "s", vpc: "other" }]))).toEqual([
      { subnet: "r", inventory: ["other"], stack: "main" },
      { subnet: "s", inventory: ["other"], stack: "main" },
    ]);
    expect(inventoryContradictions(network([{ subnet: "s", vpc: "main" }]))).toEqual([]);
  });

  test("nothing is known of a subnet for which the inventory says no VPC", () => {
    expect([...vpcBySubnet(network([{ subnet: "t" }])).keys()].sort()).toEqual(["r", "s"]);
  });
});

test("two VPCs may be one where any of the groups of aliases holds both", () => {
  const network = sampleNetwork({
    subnets: [subnetIn("main", "s")],
    aliases: [
      ["x", "y"],
      ["main", "vpc-1"],
    ],
    inventory: { subnets: [{ subnet: "s", vpc: "vpc-1" }], combinations: [] },
  });
  expect(inventoryContradictions(network)).toEqual([]);
});
