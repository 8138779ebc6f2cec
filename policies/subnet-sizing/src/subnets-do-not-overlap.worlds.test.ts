import { describe, expect, test } from "@jest/globals";
import { failure, type Inventory, type Network, type Subnet, success } from "@lambda-vpc/model";
import { Analysis, type Finding } from "@lambda-vpc/policy-kit";
import { subnetsDoNotOverlap } from "./subnets-do-not-overlap";

const urn = (name: string): string => `urn:pulumi:dev::shop::aws:ec2/subnet:Subnet::${name}`;
const [FIRST, SECOND] = [urn("a"), urn("b")];

/** VPCs as a stack shows them. `adopted` and `main` may be one VPC. */
const vpcs = ["main", "adopted", "other", undefined] as const;
/** IPv4 ranges: two that overlap, one apart from both, one unknown, and none at all. */
const ranges = ["10.0.0.0/24", "10.0.0.128/25", "10.0.7.0/24", "unknown", "none"] as const;

interface Case {
  readonly vpc: (typeof vpcs)[number];
  readonly range: (typeof ranges)[number];
  readonly creating: boolean;
}

const cases: readonly Case[] = vpcs.flatMap((vpc) =>
  ranges.flatMap((range) => [true, false].map((creating): Case => ({ vpc, range, creating }))),
);

function subnetOf(key: string, { vpc, range, creating }: Case): Subnet {
  return {
    key,
    public: false,
    ...(vpc === undefined ? {} : { vpc }),
    ...(range === "none" ? {} : { cidrBlock: range === "unknown" ? failure("range-unknown") : success(range) }),
    ...(creating ? { creating } : {}),
  };
}

function findings(subnets: readonly Subnet[], more: Partial<Network> = {}): readonly Finding[] {
  const network: Network = { subnets, securityGroups: [], attachments: [], aliases: [["main", "adopted"]], ...more };
  const evaluation = subnetsDoNotOverlap.evaluate(new Analysis(network), {});
  if (!evaluation.ok) throw new Error("the configuration is wrong");
  return evaluation.value.findings;
}

/** Every world that a case stands for: the VPC and the range that the subnet turns out to have. */
function worlds({ vpc, range }: Case, adoptedIsMain: boolean): readonly (readonly [vpc: string, range: string])[] {
  const home = vpc === "adopted" && adoptedIsMain ? "main" : vpc;
  const homes = home === undefined ? ["main", "adopted", "other", "elsewhere"] : [home];
  const blocks = range === "unknown" ? ["10.0.0.0/24", "10.0.7.0/24", "10.9.9.0/24"] : range === "none" ? [] : [range];
  return homes.flatMap((one) => blocks.map((block) => [one, block] as const));
}

/** Written without address arithmetic: only these two ranges have addresses in common in addition to equal ones. */
function collide([vpc, range]: readonly [string, string], [otherVpc, other]: readonly [string, string]): boolean {
  const nested = ["10.0.0.0/24", "10.0.0.128/25"];
  return vpc === otherVpc && (range === other || (nested.includes(range) && nested.includes(other)));
}

/** What is right of two subnets, by looking at all their worlds. */
function expected(one: Case, other: Case): "violation" | "undecided" | "ok" {
  const outcomes = [true, false].flatMap((adoptedIsMain) =>
    worlds(one, adoptedIsMain).flatMap((mine) => worlds(other, adoptedIsMain).map((theirs) => collide(mine, theirs))),
  );
  if (!outcomes.includes(true)) return "ok";
  if (!outcomes.includes(false)) return "violation";
  return one.creating || other.creating ? "undecided" : "ok";
}

test("two subnets overlap if they do in every world, and may overlap if they do in some and one of them is new", () => {
  const wrong = cases.flatMap((one) =>
    cases.flatMap((other) => {
      const [only, ...more] = findings([subnetOf(FIRST, one), subnetOf(SECOND, other)]);
      const found = more.length > 0 ? "several" : (only?.verdict ?? "ok");
      return found === expected(one, other) ? [] : [{ one, other, found, right: expected(one, other) }];
    }),
  );
  expect(wrong).toEqual([]);
});

describe("an undecided overlap", () => {
  test("has every reason why it is unknown, and no other", () => {
    const wrong = cases.flatMap((one) =>
      cases.flatMap((other) => {
        const [only] = findings([subnetOf(FIRST, one), subnetOf(SECOND, other)]);
        if (only?.verdict !== "undecided") return [];
        const both = [one, other];
        const right = [
          ...(both.some(({ range }) => range === "unknown") ? ["range-unknown"] : []),
          ...(both.some(({ vpc }) => vpc === undefined) ? ["vpc-unknown"] : []),
          ...(both.some(({ vpc }) => vpc === "main") && both.some(({ vpc }) => vpc === "adopted") ? ["perhaps-same-resource"] : []),
        ];
        return [...only.causes.keys()].sort().join() === right.sort().join() ? [] : [{ one, other, causes: [...only.causes.keys()] }];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("with several subnets has the reasons of each", () => {
    const subnets = [
      subnetOf(urn("a"), { vpc: "main", range: "10.0.0.0/24", creating: true }),
      subnetOf(urn("b"), { vpc: "adopted", range: "10.0.0.0/24", creating: true }),
      subnetOf(urn("c"), { vpc: undefined, range: "10.0.0.0/24", creating: true }),
      subnetOf(urn("d"), { vpc: "main", range: "unknown", creating: true }),
    ];
    const last = findings(subnets).find(({ subject }) => subject === urn("d"));
    expect(last).toMatchObject({ verdict: "undecided" });
    expect(last?.verdict === "undecided" && [...last.causes.keys()].sort()).toEqual([
      "perhaps-same-resource",
      "range-unknown",
      "vpc-unknown",
    ]);
  });
});

describe("subnets of the inventory", () => {
  const held = (subnet: string, vpc = "main"): Inventory => ({ subnets: [{ subnet, vpc, cidrBlock: "10.0.0.0/24" }], combinations: [] });
  const created = subnetOf(SECOND, { vpc: "main", range: "10.0.0.128/25", creating: true });
  const existing = { ...created, creating: false };

  test("overlap a new subnet, and have no range in the text, because the stack does not state it", () => {
    expect(findings([created], { inventory: held("subnet-9") })).toMatchObject([
      { verdict: "violation", subject: SECOND, what: expect.stringMatching(/ overlaps subnet-9 in VPC main\.$/) },
    ]);
  });

  test("that are subnets of the stack are compared as those of the stack", () => {
    expect(findings([created], { inventory: held(SECOND) })).toEqual([]);
    expect(
      findings([created, subnetOf(FIRST, { vpc: "other", range: "10.0.7.0/24", creating: true })], { inventory: held(SECOND) }),
    ).toEqual([]);
  });

  test("that may be the subnet itself do not overlap it", () => {
    expect(findings([created], { inventory: held("subnet-9"), aliases: [["subnet-9", SECOND]] })).toEqual([]);
    expect(
      findings([created], {
        inventory: held("subnet-9"),
        aliases: [
          ["subnet-9", FIRST],
          [FIRST, SECOND],
        ],
      }),
    ).toHaveLength(1);
  });

  test("exist, so AWS accepted them next to an existing subnet", () => {
    const elsewhere: Inventory = { subnets: [{ subnet: "subnet-9", cidrBlock: "10.0.0.0/24" }], combinations: [] };
    expect(findings([existing], { inventory: elsewhere })).toEqual([]);
    expect(findings([created], { inventory: elsewhere })).toMatchObject([{ verdict: "undecided", subject: SECOND }]);
  });
});
