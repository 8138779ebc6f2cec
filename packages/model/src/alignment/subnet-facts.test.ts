import { expect, test } from "@jest/globals";
import { subnetFacts } from "./subnet-facts";
import type { InventorySubnet } from "../facts/inventory";
import { sampleNetwork } from "../testing/samples/sample-network";

function factsOf(subnets: readonly InventorySubnet[]): unknown {
  const network = sampleNetwork({ subnets: [{ key: "managed", public: true, zone: "1" }], inventory: { subnets, combinations: [] } });
  return Object.fromEntries(subnetFacts(network));
}

const managed = { key: "managed", public: true, zone: "1" };

test("what the stack says of its subnets is known", () => {
  expect(factsOf([])).toStrictEqual({ managed });
  expect([...subnetFacts(sampleNetwork({})).keys()]).toStrictEqual([]);
});

test("the inventory says the zone of other subnets, once or twice alike; none of them is public", () => {
  const one = { subnet: "subnet-1", zone: "2" };
  expect(factsOf([one, { subnet: "subnet-2" }, one])).toStrictEqual({
    managed,
    "subnet-1": { public: false, zone: "2" },
    "subnet-2": { public: false },
  });
});

test("a subnet of which the inventory says two zones has none", () => {
  expect(
    factsOf([
      { subnet: "subnet-1", zone: "2" },
      { subnet: "subnet-1", zone: "3" },
    ]),
  ).toStrictEqual({ managed, "subnet-1": { public: false } });
});

test("what the stack says of a subnet counts more than what the inventory says", () => {
  expect(factsOf([{ subnet: "managed", zone: "3" }])).toStrictEqual({ managed });
});
