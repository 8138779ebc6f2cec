import { describe, expect, test } from "@jest/globals";
import type { AccountReading, ReadingGap, ReadingPart } from "../account/account-reading";
import {
  detachedInterface,
  functionOf,
  groupOf,
  lacking,
  lambdaInterface,
  sampleReading,
  strangerInterface,
  versionOf,
} from "../testing/accounts/sample-account";
import { auditAccount } from "./audit";
import { whatHolds } from "./what-holds";

const gapIn = (part: ReadingPart, subject?: string): ReadingGap => ({
  part,
  call: `any:Read${part}`,
  reason: "denied",
  message: "no",
  ...(subject === undefined ? {} : { subject }),
});

function answerOf(parts: Partial<AccountReading>, id: string) {
  const answer = whatHolds(auditAccount(sampleReading(parts)), id);
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

const orders = functionOf("orders", versionOf("$LATEST", ["subnet-1"], ["sg-1"]), {
  published: [versionOf("1", ["subnet-1"], ["sg-2"]), versionOf("2", ["subnet-1", "subnet-2"], ["sg-1"])],
  aliases: [
    { name: "live", versions: ["2", "1"] },
    { name: "next", versions: ["$LATEST"] },
  ],
});
const held = lambdaInterface("eni-1", "subnet-1", ["sg-1"]);

describe("what holds", () => {
  test("an interface are the versions with its combination, in the order in which they can change", () => {
    expect(answerOf({ functions: [orders], interfaces: [held] }, "eni-1")).toEqual({
      subject: { kind: "interface", id: "eni-1" },
      verdict: "held",
      steps: [
        { kind: "move-functions", functions: [{ function: "orders", idle: false }] },
        { kind: "change-aliases", aliases: [{ function: "orders", alias: "live", versions: ["2"] }] },
        { kind: "delete-versions", versions: [{ function: "orders", versions: ["2"] }] },
        { kind: "wait", interfaces: ["eni-1"], roles: ["arn:aws:iam::123456789012:role/lambda"] },
      ],
      doubts: [],
    });
  });

  test("a subnet is everything in it", () => {
    const database = strangerInterface("eni-3", "subnet-1", ["sg-9"]);
    const mount = strangerInterface("eni-4", "subnet-1", ["sg-9"], { description: "EFS mount target for fs-1 (fsmt-1)" });
    const mountTargets = [{ id: "fsmt-1", fileSystem: "fs-1", subnet: "subnet-1", securityGroups: ["sg-9"] }];
    const orphan = detachedInterface("eni-2", "subnet-1", ["sg-3"]);
    const elsewhere = lambdaInterface("eni-5", "subnet-2", ["sg-3"]);
    const { verdict, steps } = answerOf(
      { functions: [orders], interfaces: [held, orphan, database, mount, elsewhere], mountTargets },
      "subnet-1",
    );
    expect(verdict).toBe("held");
    expect(steps.map(({ kind }) => kind)).toEqual([
      ...["move-functions", "change-aliases", "delete-versions", "wait", "delete-orphans", "release-interfaces", "delete-mount-targets"],
    ]);
    expect(steps).toContainEqual({ kind: "delete-orphans", interfaces: ["eni-2"] });
    expect(steps).toContainEqual({ kind: "delete-versions", versions: [{ function: "orders", versions: ["1", "2"] }] });
    expect(steps).toContainEqual({
      kind: "release-interfaces",
      interfaces: [{ interface: expect.objectContaining({ id: "eni-3" }), owner: { kind: "service", requester: "amazon-elb" } }],
    });
    expect(steps).toContainEqual({ kind: "delete-mount-targets", mountTargets });
  });

  test("a group are also the rules of others that refer to it, and not its own", () => {
    const rule = { direction: "ingress", protocol: "tcp", fromPort: 443, toPort: 443, peer: { securityGroup: "sg-3" } } as const;
    const securityGroups = [groupOf("sg-1", { rules: [rule] }), groupOf("sg-3", { rules: [rule] })];
    expect(answerOf({ securityGroups }, "sg-3")).toMatchObject({
      verdict: "held",
      steps: [{ kind: "revoke-rules", rules: [{ securityGroup: "sg-1", rule }] }],
    });
    expect(answerOf({ securityGroups }, "sg-1")).toMatchObject({ verdict: "free", steps: [] });
  });

  test("the default group is its VPC", () => {
    expect(answerOf({ securityGroups: [groupOf("sg-1", { name: "default" })] }, "sg-1").steps).toEqual([
      { kind: "delete-vpc", vpc: "vpc-1" },
    ]);
  });

  test("a group of an idle function is the function, although no interface is left", () => {
    const idle = { ...versionOf("$LATEST", ["subnet-1"], ["sg-1"]), state: "Inactive", stateReason: "Idle" };
    expect(answerOf({ functions: [functionOf("old", idle)] }, "sg-1").steps).toEqual([
      { kind: "move-functions", functions: [{ function: "old", idle: true }] },
    ]);
  });

  test("an interface of Lambda without holders is Lambda, or nothing", () => {
    const interfaces = [lambdaInterface("eni-1", "subnet-1", ["sg-1"]), detachedInterface("eni-2", "subnet-1", ["sg-1"])];
    expect(answerOf({ interfaces }, "eni-1")).toMatchObject({
      verdict: "held",
      steps: [{ kind: "await-unexplained", interfaces: ["eni-1"] }],
    });
    expect(answerOf({ interfaces }, "eni-2")).toMatchObject({ verdict: "free", steps: [] });
  });

  test("an interface that is attached to nothing is nothing", () => {
    const interfaces = [
      strangerInterface("eni-1", "subnet-1", ["sg-1"], { status: "available" }),
      strangerInterface("eni-2", "subnet-1", []),
    ];
    expect(answerOf({ interfaces }, "eni-1")).toMatchObject({ verdict: "free" });
    expect(answerOf({ interfaces }, "eni-2")).toMatchObject({ verdict: "held", steps: [{ kind: "release-interfaces" }] });
  });
});

describe("with a gap, nothing is free:", () => {
  test.each<{ id: string; part: ReadingPart; subject?: string }>([
    { id: "eni-2", part: "functions" },
    { id: "eni-2", part: "versions", subject: "users" },
    { id: "sg-3", part: "interfaces" },
    { id: "sg-3", part: "mount-targets", subject: "fs-1" },
    { id: "sg-3", part: "security-groups" },
    { id: "sg-3", part: "security-group-rules", subject: "sg-1" },
    { id: "subnet-2", part: "interfaces" },
    { id: "subnet-2", part: "mount-targets" },
  ])("$id without $part of $subject", ({ id, part, subject }) => {
    const parts = { interfaces: [detachedInterface("eni-2", "subnet-1", ["sg-1"])] };
    const gap = gapIn(part, subject);
    expect(answerOf(parts, id).verdict).toBe("free");
    expect(answerOf({ ...parts, gaps: [gap] }, id)).toMatchObject({ verdict: "undecided", doubts: [gap] });
  });

  test.each<{ id: string; part: ReadingPart; subject?: string }>([
    { id: "sg-3", part: "security-group-rules", subject: "sg-3" },
    { id: "sg-3", part: "aliases" },
    { id: "subnet-2", part: "security-group-rules" },
    { id: "eni-2", part: "interfaces" },
    { id: "eni-2", part: "tags" },
  ])("but $part of $subject says nothing about $id", ({ id, part, subject }) => {
    const parts = { interfaces: [detachedInterface("eni-2", "subnet-1", ["sg-1"])], gaps: [gapIn(part, subject)] };
    expect(answerOf(parts, id)).toMatchObject({ verdict: "free", doubts: [] });
  });

  test("aliases matter of functions whose versions hold it", () => {
    const gaps = [gapIn("aliases", "orders"), gapIn("aliases", "users")];
    expect(answerOf({ functions: [orders], interfaces: [held], gaps }, "eni-1").doubts).toEqual([gaps[0]]);
  });

  test("rules that are absent are a gap, whether the reading states it or not", () => {
    const securityGroups = [lacking(groupOf("sg-1"), "rules"), groupOf("sg-3")];
    expect(answerOf({ securityGroups }, "sg-3")).toMatchObject({
      verdict: "undecided",
      doubts: [{ part: "security-group-rules", subject: "sg-1" }],
    });
  });
});

describe("an unknown id is an error:", () => {
  const failing = (id: string, parts: Partial<AccountReading> = {}): string => {
    const answer = whatHolds(auditAccount(sampleReading(parts)), id);
    return answer.ok ? "" : answer.error;
  };

  test.each([
    ["vpc-1", '"vpc-1" is not the id of an interface, a security group or a subnet. Specify eni-…, sg-… or subnet-….'],
    ["sg-9", "sg-9 is not among the 3 security groups of account 123456789012 in us-east-1. Check the id, the account and the Region."],
    ["eni-9", "eni-9 is not among the 0 interfaces of account 123456789012 in us-east-1. Check the id, the account and the Region."],
  ])("%s", (id, message) => expect(failing(id)).toBe(message));

  test("one that a gap may hide names the call", () => {
    expect(failing("subnet-9", { gaps: [gapIn("subnets")] })).toBe(
      "subnet-9 is not among the subnets of account 123456789012 in us-east-1 that were read, and any:Readsubnets failed (denied). Permit the call, and run the audit again.",
    );
  });

  test("one that only an interface names is known", () => {
    const parts = { securityGroups: [], interfaces: [held], functions: [orders], gaps: [gapIn("security-groups")] };
    expect(answerOf(parts, "sg-1")).toMatchObject({ verdict: "held", doubts: [{ part: "security-groups" }] });
  });
});
