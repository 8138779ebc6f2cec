import { expect, test } from "@jest/globals";
import { budgetSubnets } from "../budget/budget-subnets";
import { planEnis } from "../combinations/eni-plan";
import { resolveNetwork } from "../combinations/resolved-network";
import { formatCount } from "../count/count";
import type { LambdaFunction } from "../facts/lambda-function";
import type { Network } from "../facts/network";
import { attach, sampleNetwork, subnetIn, unknownList } from "../testing/samples/sample-network";
import type { ComparedNetwork } from "./moments";
import { differenceOf, type NetworkDifference } from "./network-difference";
import { Renaming } from "./renamed-attachment";

const range = (key: string, cidrBlock: string) => ({ ...subnetIn("vpc", key), cidrBlock: { ok: true, value: cidrBlock } as const });
const stack = (attachments: Network["attachments"], more: Partial<Network> = {}): Network =>
  sampleNetwork({ subnets: [range("a", "10.0.0.0/28"), range("b", "10.0.0.16/28")], attachments, ...more });

function compared(network: Network, keyOf = (key: string): string => key): ComparedNetwork {
  const resolved = resolveNetwork(network);
  const plan = planEnis(resolved);
  const budgets = budgetSubnets(resolved, plan, { changeover: 0, growth: 0, connections: [], enisPerVpc: 500 });
  return { resolved, plan, budgets, renaming: new Renaming(keyOf, (key) => key) };
}

const difference = (before: Network, after: Network, stays = true): NetworkDifference =>
  differenceOf(compared(before), compared(after), () => stays);

const subnets = ["a", "b"];
const own = ["f", "g", "h"].map((name) => attach(name, subnets, [`own-${name}`]));
const shared = ["f", "g", "h"].map((name) => attach(name, subnets, ["shared"]));

test("functions that move to one set add its combinations, and their own ones linger until Lambda deletes the ENIs", () => {
  const { combinations, functions, vpcs, subnets: bySubnet } = difference(stack(own), stack(shared));
  expect(
    [combinations.before, combinations.added, combinations.removed, combinations.after, combinations.changeover].map(formatCount),
  ).toEqual(["6", "2", "6", "2", "8"]);
  expect(functions).toEqual({ added: [], removed: [], moved: ["f", "g", "h"] });
  expect(vpcs).toMatchObject([
    {
      vpc: "vpc",
      added: [{ securityGroups: { certain: ["shared"] }, subnets, consumers: ["f", "g", "h"] }],
      removed: own.map(({ consumer }) => ({ subnets, consumers: [consumer], lingering: { until: "enis", consumers: [] } })),
      oneMore: { min: 2, likely: 2, max: 2 },
    },
  ]);
  // A /28 has 11 usable addresses: 3 + 1 are in use during the changeover.
  const figures = bySubnet.map(({ subnet, used, free }) =>
    [subnet, used.before, used.after, used.changeover, free.ok ? free.value : free].map(text),
  );
  expect(figures).toEqual([
    ["a", "3", "1", "4", "7"],
    ["b", "3", "1", "4", "7"],
  ]);
});

function text(value: unknown): string {
  return typeof value === "object" && value !== null && "basis" in value ? formatCount(value as never) : String(value);
}

const known = { ok: true, value: true } as const;

test.each<{ what: string; fact: Partial<LambdaFunction>; stays: boolean; until: string }>([
  { what: "a function that publishes versions", fact: { publishes: known }, stays: true, until: "versions" },
  { what: "a function that publishes and is deleted with its versions", fact: { publishes: known }, stays: false, until: "enis" },
  { what: "a function whose old versions the stack deletes", fact: { publishes: known, trimmed: true }, stays: true, until: "enis" },
  {
    what: "a function that perhaps publishes",
    fact: { publishes: { ok: false, error: "unknown" } },
    stays: true,
    until: "perhaps-versions",
  },
  { what: "a function that a destroy leaves in the account", fact: { kept: known }, stays: false, until: "functions" },
  { what: "such a function that moves", fact: { kept: known }, stays: true, until: "enis" },
])("the combinations of $what linger until: $until", ({ fact, stays, until }) => {
  const before = stack([attach("f", subnets, ["own"])], { functions: [{ key: "f", ...fact }] });
  const [removed] = difference(before, stack([attach("f", subnets, ["shared"])]), stays).vpcs.flatMap((vpc) => vpc.removed);
  expect(removed?.lingering).toEqual({ until, consumers: until === "enis" ? [] : ["f"] });
});

test("with an inventory, what the account holds is not new, and counts in the quota once", () => {
  const inventory = {
    subnets: [{ subnet: "a", vpc: "vpc" }],
    combinations: [
      { subnet: "a", securityGroups: ["shared"] },
      { subnet: "a", securityGroups: ["of another stack"] },
    ],
  };
  const { combinations, vpcs } = difference(stack(own, { inventory }), stack(shared, { inventory }));
  expect([combinations.added, combinations.marginal].map(formatCount)).toEqual(["2", "1"]);
  // 2 are held, 6 of the functions' own, and one of the shared set in b.
  expect(vpcs.map(({ quota }) => [quota.before, quota.after, quota.changeover].map(formatCount))).toEqual([["8", "3", "9"]]);
});

test("keys of the earlier moment are compared by the names that the comparison gives them", () => {
  const before = compared(stack([attach("f", subnets, ["sg-1"])]), (key) => (key === "sg-1" ? "shared" : key));
  const { combinations } = differenceOf(before, compared(stack([attach("f", subnets, ["shared"])])), () => true);
  expect([combinations.added, combinations.removed].map(formatCount)).toEqual(["0", "0"]);
});

test("a function with unknown subnets that is added adds what they may be, and what is unchanged adds nothing", () => {
  const unknown = attach("f", unknownList("a", "b"), ["x"]);
  const { combinations, vpcs } = difference(stack([unknown]), stack([unknown, attach("g", unknownList("a", "b"), ["y"])]));
  expect([combinations.added, combinations.removed].map(formatCount)).toEqual(["1 to 2 (likely 2)", "0"]);
  expect(vpcs.flatMap(({ added }) => added)).toMatchObject([{ possibleSubnets: ["a", "b"], subnets: [], consumers: ["g"] }]);
});
