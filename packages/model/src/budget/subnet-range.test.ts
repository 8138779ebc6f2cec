import { describe, expect, test } from "@jest/globals";
import type { Inventory } from "../facts/inventory";
import type { Knowable } from "../facts/knowable";
import type { Network, Subnet } from "../facts/network";
import { budgetOf, sets } from "../testing/budget-of";
import { subnetWith } from "../testing/samples/sample-consumer";

const a = subnetWith("a", "10.0.0.0/28");

/** Subnet `a` of the stack, without a range unless a test specifies one. */
function subnetOf(parts: Partial<Subnet> = {}): Subnet {
  return { key: "a", public: false, ...parts };
}

function known<T>(value: T): Knowable<T> {
  return { ok: true, value };
}

/** What is unknown of a range: the range, and what can be used of it. */
function unknown(why: string): [Knowable<string>, Knowable<number>] {
  return [
    { ok: false, error: why },
    { ok: false, error: why },
  ];
}

describe("a range", () => {
  const inventoryOf = (...cidrBlocks: readonly string[]): Inventory => ({
    subnets: [{ subnet: "a" }, ...cidrBlocks.map((cidrBlock) => ({ subnet: "a", cidrBlock }))],
    combinations: [],
  });
  const unknownRange = { ok: false, error: "the range is an output" } as const;

  test.each<[string, Partial<Network>, Knowable<string>, Knowable<number>]>([
    [
      "of the stack counts more than one of the inventory",
      { subnets: [a], inventory: inventoryOf("10.0.0.0/24") },
      known("10.0.0.0/28"),
      known(11),
    ],
    [
      "of the inventory counts where the stack says none",
      { subnets: [subnetOf()], inventory: inventoryOf("10.0.0.0/27") },
      known("10.0.0.0/27"),
      known(27),
    ],
    [
      "that the inventory says twice alike counts",
      { inventory: inventoryOf("10.0.0.0/27", "10.0.0.0/27") },
      known("10.0.0.0/27"),
      known(27),
    ],
    [
      "that the inventory says in two ways is unknown",
      { inventory: inventoryOf("10.0.0.0/27", "10.0.0.0/28") },
      ...unknown("the inventory lists several ranges for it"),
    ],
    [
      "that neither specifies is unknown",
      { inventory: inventoryOf() },
      ...unknown("neither the stack nor an inventory specifies its range"),
    ],
    [
      "of a subnet that the stack adopts is unknown if the stack does not specify it",
      { subnets: [subnetOf({ adopted: true })] },
      ...unknown("its range is unknown"),
    ],
    ["that the preview does not know is unknown", { subnets: [subnetOf({ cidrBlock: unknownRange })] }, unknownRange, unknownRange],
    ["that a subnet of the stack does not have leaves no address", { subnets: [subnetOf()] }, unknown("it has no IPv4 range")[0], known(0)],
  ])("%s", (_, parts, cidrBlock, usable) => {
    expect(budgetOf({ attachments: sets(1), ...parts })).toMatchObject({ cidrBlock, usable });
  });
});
