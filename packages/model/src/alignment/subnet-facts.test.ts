import { expect, test } from "@jest/globals";
import { subnetFacts } from "./subnet-facts";
import type { InventorySubnet } from "../facts/inventory";
import { sampleNetwork } from "../testing/samples/sample-network";

function factsOf(subnets: readonly InventorySubnet[]): unknown {
  const network = sampleNetwork({ subnets: [{ key: "managed", public: true, zone: "1" }], inventory: { subnets, combinations: [] } });
  return Object.fromEntries(subnetFacts(network));
}

const managed = { key: "managed", public: true, zone: "1" };

test("the facts of the stack about its subnets are known", () => {
  expect(factsOf([])).toStrictEqual({ managed });
  expect([...subnetFacts(sampleNetwork({})).keys()]).toStrictEqual([]);
});

test("the inventory specifies the zone of other subnets, once or twice; none of them is public", () => {
  const one = { subnet: "subnet-1", zone: "2" };
  expect(factsOf([one, { subnet: "subnet-2" }, one])).toStrictEqual({
    managed,
    "subnet-1": { public: false, zone: "2" },
    "subnet-2": { public: false },
  });
});

test("a subnet with two zones in the inventory has none", () => {
  expect(
    factsOf([
      { subnet: "subnet-1", zone: "2" },
      { subnet: "subnet-1", zone: "3" },
    ]),
  ).toStrictEqual({ managed, "subnet-1": { public: false } });
});

test("the facts of the stack take precedence over those of the inventory", () => {
  expect(factsOf([{ subnet: "managed", zone: "3" }])).toStrictEqual({ managed });
});
