import { describe, expect, test } from "@jest/globals";
import type { AccountReading } from "../account/account-reading";
import {
  detachedInterface,
  functionOf,
  groupOf,
  lacking,
  lambdaInterface,
  sampleReading,
  strangerInterface,
  subnetOf,
  versionOf,
} from "../testing/accounts/sample-account";
import { auditAccount } from "./audit";
import { doubtsOf } from "./question";

const audit = (parts: Partial<AccountReading>, tag?: string) => auditAccount(sampleReading(parts), tag === undefined ? {} : { tag });
const latest = (subnets: readonly string[], groups: readonly string[]) => versionOf("$LATEST", subnets, groups);

describe("an interface", () => {
  const orders = functionOf("orders", latest(["subnet-1"], ["sg-2", "sg-1", "sg-2"]));

  test.each([
    { sentence: "with the same set in another order is held", one: lambdaInterface("eni-1", "subnet-1", ["sg-2", "sg-1"]), state: "held" },
    { sentence: "with a part of the set is unexplained", one: lambdaInterface("eni-1", "subnet-1", ["sg-1"]), state: "unexplained" },
    {
      sentence: "with one more group is unexplained",
      one: lambdaInterface("eni-1", "subnet-1", ["sg-1", "sg-2", "sg-3"]),
      state: "unexplained",
    },
    { sentence: "in another subnet is unexplained", one: lambdaInterface("eni-1", "subnet-2", ["sg-1", "sg-2"]), state: "unexplained" },
    {
      sentence: "that is detached and that nothing holds is an orphan",
      one: detachedInterface("eni-1", "subnet-2", ["sg-1"]),
      state: "orphan",
    },
    {
      sentence: "that is detached and has its holder is held",
      one: detachedInterface("eni-1", "subnet-1", ["sg-1", "sg-2"]),
      state: "held",
    },
    {
      sentence: "of another service with the same set is not one of Lambda's",
      one: strangerInterface("eni-1", "subnet-1", ["sg-1", "sg-2"]),
      state: "other",
    },
  ])("$sentence", ({ one, state }) => {
    expect(audit({ functions: [orders], interfaces: [one] }).interfaces.map((found) => found.state)).toEqual([state]);
  });

  test("without a holder is undecided while versions are unread, and a holder that was read stays one", () => {
    const gaps = [{ part: "versions", subject: "orders", call: "lambda:ListVersionsByFunction", reason: "denied", message: "no" }] as const;
    const interfaces = [lambdaInterface("eni-1", "subnet-1", ["sg-1", "sg-2"]), detachedInterface("eni-2", "subnet-2", ["sg-1"])];
    const found = audit({ functions: [orders], interfaces, gaps });
    expect(found.interfaces.map(({ state }) => state)).toEqual(["held", "undecided"]);
    expect(doubtsOf("holders", found.reading.gaps)).toEqual(gaps);
  });
});

describe("sets that merge", () => {
  const functions = [
    functionOf("catalog", latest(["subnet-1", "subnet-2"], ["sg-1"])),
    functionOf("orders", latest(["subnet-1"], ["sg-2"]), { published: [versionOf("1", ["subnet-2"], ["sg-2"])] }),
  ];
  const https = { direction: "egress", protocol: "tcp", fromPort: 443, toPort: 443, peer: { cidr: "10.0.0.0/8" } } as const;

  test("have equal rules, and what published versions keep is stated", () => {
    expect(audit({ functions }).merges).toEqual([{ keep: ["sg-1"], replace: [["sg-2"]], movers: ["orders"], saved: 2, pinned: 1 }]);
  });

  test.each<{ sentence: string; parts: Partial<AccountReading> }>([
    { sentence: "groups with different rules", parts: { securityGroups: [groupOf("sg-1"), groupOf("sg-2", { rules: [https] })] } },
    { sentence: "a group of another service", parts: { interfaces: [strangerInterface("eni-1", "subnet-1", ["sg-2"])] } },
    {
      sentence: "a group of a mount target",
      parts: { mountTargets: [{ id: "fsmt-1", fileSystem: "fs-1", subnet: "subnet-1", securityGroups: ["sg-1"] }] },
    },
    {
      sentence: "a group that a third one refers to",
      parts: {
        securityGroups: [
          groupOf("sg-1"),
          groupOf("sg-2"),
          groupOf("sg-3", { rules: [{ ...https, direction: "ingress", peer: { securityGroup: "sg-1" } }] }),
        ],
      },
    },
    {
      sentence: "groups of which a third one has unread rules",
      parts: { securityGroups: [groupOf("sg-1"), groupOf("sg-2"), { id: "sg-3", name: "three", vpc: "vpc-1", tags: {} }] },
    },
  ])("are not $sentence", ({ parts }) => expect(audit({ functions, ...parts }).merges).toEqual([]));
});

test("a subnet is near exhaustion with fewer than a tenth of its addresses free", () => {
  const subnets = [26, 25].map((availableAddresses) => subnetOf(`subnet-${availableAddresses}`, { availableAddresses }));
  const ipv6Only = lacking(subnetOf("subnet-v6", { availableAddresses: 0, ipv6: true }), "cidrBlock");
  const audited = audit({ subnets: [...subnets, ipv6Only] }).subnets;
  expect(audited.map(({ id, usable, nearExhaustion }) => [id, usable, nearExhaustion])).toEqual([
    ["subnet-25", 251, true],
    ["subnet-26", 251, false],
    ["subnet-v6", undefined, false],
  ]);
});

test("the quota of a VPC is used by the interfaces of Lambda and by mount targets; whether detached ones count is not known", () => {
  const interfaces = [
    lambdaInterface("eni-1", "subnet-1", ["sg-1"]),
    detachedInterface("eni-2", "subnet-1", ["sg-1"]),
    strangerInterface("eni-3", "subnet-1", []),
  ];
  const mountTargets = [{ id: "fsmt-1", fileSystem: "fs-1", subnet: "subnet-2", securityGroups: [] }];
  const [vpc] = audit({ interfaces, mountTargets, interfacesPerVpc: 1000 }).vpcs;
  expect(vpc).toMatchObject({ id: "vpc-1", name: "main", limit: 1000, used: { min: 2, max: 3 }, mountTargets: 1 });
});

test("a quota that was not read is the default of AWS, and a gap", () => {
  const { vpcs, reading: read } = auditAccount(lacking(sampleReading(), "interfacesPerVpc"));
  expect(vpcs.map(({ limit }) => limit)).toEqual([500]);
  expect(doubtsOf("quota", read.gaps)).toMatchObject([{ part: "quotas" }]);
});

test("a function is idle if Lambda states it, and unknown if its state was not read", () => {
  const stateless = lacking(latest(["subnet-1"], ["sg-1"]), "state");
  const idle = { ...latest(["subnet-1"], ["sg-1"]), state: "Inactive", stateReason: "Idle" };
  const outside = { ...versionOf("$LATEST"), state: "Inactive", stateReason: "Idle" };
  const functions = [
    functionOf("a", idle),
    functionOf("b", stateless),
    functionOf("c", outside),
    functionOf("d", latest(["subnet-1"], [])),
  ];
  expect(audit({ functions }).idle).toEqual({ idle: ["a"], unknown: ["b"] });
});

test("a combination counts equally for each function that holds it, whatever the number of its versions", () => {
  const published = [versionOf("1", ["subnet-1"], ["sg-1"]), versionOf("2", ["subnet-1"], ["sg-1"])];
  const functions = [
    functionOf("a", latest(["subnet-1"], ["sg-1"]), { published, tags: { team: "shop" } }),
    functionOf("b", latest(["subnet-1", "subnet-2"], ["sg-1"]), { tags: { team: "bank" } }),
    functionOf("c", latest(["subnet-2"], ["sg-2"]), { tags: { Team: "shop" } }),
    lacking(functionOf("d", latest(["subnet-2"], ["sg-2"])), "tags"),
  ];
  expect(audit({ functions, interfaces: [lambdaInterface("eni-1", "subnet-1", ["sg-1"])] }, "team").shares).toEqual({
    tag: "team",
    values: [
      { value: "bank", functions: ["b"], combinations: 1.5, interfaces: 0.5 },
      { value: "shop", functions: ["a"], combinations: 0.5, interfaces: 0.5 },
      { value: null, functions: ["c"], combinations: 0.5, interfaces: 0 },
      { functions: ["d"], combinations: 0.5, interfaces: 0 },
    ],
  });
});
