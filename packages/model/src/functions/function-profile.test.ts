import { expect, test } from "@jest/globals";
import type { PartialList } from "../facts/partial-list";
import type { Network } from "../facts/network";
import { resolveNetwork } from "../combinations/resolved-network";
import { functionProfiles, type FunctionZones, usesZone } from "./function-profile";

const list = (known: readonly string[], holes = 0, candidates: readonly string[] = []): PartialList => ({
  known,
  holes,
  candidates,
});
const tags = { known: { team: "shop" }, unknown: [], hidden: false };

function network(subnets: PartialList): Network {
  const attachment = { consumer: "orders", subnets, securityGroups: list(["sg-1"]) };
  return {
    subnets: [
      { key: "a", public: false, zone: "us-east-1a" },
      { key: "b", public: false, zone: "us-east-1b" },
      { key: "b2", public: false, zone: "us-east-1b" },
      { key: "x", public: false },
    ],
    securityGroups: [],
    attachments: [attachment],
    functions: [{ key: "orders", name: "orders-1", tags }, { key: "local" }],
  };
}

function zones(subnets: PartialList): Omit<FunctionZones, "count"> | undefined {
  const [profile] = functionProfiles(resolveNetwork(network(subnets)));
  if (profile === undefined) return undefined;
  const { certain, possible, hidden } = profile.zones;
  return { certain, possible, hidden };
}

test.each([
  ["known subnets", list(["a", "b", "b2"]), { certain: ["us-east-1a", "us-east-1b"], possible: [], hidden: false }],
  ["a subnet without a known zone", list(["a", "x"]), { certain: ["us-east-1a"], possible: [], hidden: true }],
  ["one of two subnets", list(["a"], 1, ["b", "b2"]), { certain: ["us-east-1a"], possible: ["us-east-1b"], hidden: false }],
  ["a subnet of another stack", list(["a", "subnet-1"]), { certain: ["us-east-1a"], possible: [], hidden: true }],
])("the zones of %s", (_, subnets, expected) => {
  expect(zones(subnets)).toEqual(expected);
});

test("a function has its name and tags; without them, they are unknown; in no VPC, it has no zones", () => {
  const [orders, local] = functionProfiles(resolveNetwork(network(list(["a"]))));
  expect(orders).toMatchObject({ key: "orders", name: { ok: true, value: "orders-1" }, tags, zones: { count: { min: 1, max: 1 } } });
  expect(local).toMatchObject({ key: "local", name: { ok: false }, tags: { hidden: true }, zones: { count: { min: 0, max: 0 } } });
  expect(local).not.toHaveProperty("attachment");
});

test("whether a function uses a zone is true, false or unknown", () => {
  const some: FunctionZones = { certain: ["a"], possible: ["b"], hidden: false, count: { min: 1, likely: 1, max: 2, basis: "known" } };
  expect(["a", "b", "c"].map((zone) => usesZone(some, zone))).toEqual([true, undefined, false]);
  expect(usesZone({ ...some, hidden: true }, "c")).toBeUndefined();
});
