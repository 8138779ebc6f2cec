import { expect, test } from "@jest/globals";
import { addressNeeds, type AddressRule } from "./address-needs";

function kindsWith(holds: (rule: AddressRule) => boolean): readonly string[] {
  return Object.entries(addressNeeds).flatMap(([kind, rule]) => (holds(rule) ? [kind] : []));
}

test("mount targets alone count against the quota of ENIs that functions share", () => {
  expect(kindsWith(({ sharesEniQuota }) => sharesEniQuota)).toEqual(["mount-target"]);
});

test("a service chooses among the subnets of a database, of what has members and of what is unknown; others are in each", () => {
  const some = ["database", "capacity-provider", "container-service", "search-domain", "kafka-cluster", "cache", "other"];
  expect(kindsWith(({ where }) => where === "some-subnets")).toEqual(some);
  expect(kindsWith(({ where }) => where === "each-subnet")).toEqual(Object.keys(addressNeeds).filter((kind) => !some.includes(kind)));
});

test("each kind cites an AWS fact, but for what is unknown", () => {
  expect(kindsWith(({ source }) => !/^docs\/aws-facts\.md#[a-z-]+(, docs\/aws-facts\.md#[a-z-]+)*$/.test(source))).toEqual(["other"]);
  expect(addressNeeds.other.source).toMatch(/\w/);
});
