import { byHand } from "../fix/fix";
import { type Uncertainty, uncertainties } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { Analysis } from "./analysis";
import { definePolicy, type Policy } from "./define-policy";
import type { Finding, Undecided, Violation } from "../findings/finding";
import { reportPolicy } from "./report-policy";
import { integer } from "../configuration/configuration";

const list = { known: ["x"], holes: 0, candidates: [] };
const stack = new Analysis({
  subnets: [],
  securityGroups: [],
  attachments: [{ consumer: "orders", subnets: list, securityGroups: list }],
});
const empty = new Analysis({ ...stack.network, attachments: [] });

/** A policy that finds exactly this. */
function finding(...findings: readonly Finding[]): Policy {
  const config = { max: integer({ description: "Most things.", default: 5, minimum: 1 }) };
  return definePolicy({ id: "few-things", title: "Things are few.", severity: "low", level: "mandatory", config, check: () => findings });
}

function violation(subject: string, what = "too many", verdict: Violation["verdict"] = "violation"): Violation {
  return { verdict, subject, what, why: "they cost", fix: byHand("have fewer", "only people know"), basis: "known" };
}

function undecided(subject: string, what: string, causes: Partial<Record<Uncertainty, readonly string[]>>): Undecided {
  return { verdict: "undecided", subject, what, causes: new Map(Object.entries(causes) as [Uncertainty, readonly string[]][]) };
}

describe("a violation", () => {
  test("says what, why and what to do, about its subject, at the user's level", () => {
    expect(reportPolicy(finding(violation("vpc", "36 things")), stack, {})).toEqual([
      {
        subject: "vpc",
        message: "36 things\nwhy: they cost\nfix: Have fewer. By hand: only people know.",
        findings: [violation("vpc", "36 things")],
      },
    ]);
  });

  test("is said once, however often it is found", () => {
    expect(reportPolicy(finding(violation("vpc"), violation("vpc"), violation("other")), stack, {})).toHaveLength(2);
  });

  test("that rests on dependencies says so", () => {
    const [line] = reportPolicy(finding({ ...violation("vpc"), basis: "dependencies" }), stack, {});
    expect(line?.message).toMatch(/^Estimated from dependencies: too many/);
  });

  test("that only warns is advisory whatever the policy's level", () => {
    expect(reportPolicy(finding(violation("vpc", "nearly too many", "warning")), stack, {})).toMatchObject([{ level: "advisory" }]);
  });
});

test("violations of one cause stand apart for a program", () => {
  const alike = ["a", "b"].map((name) => violation(`urn:pulumi:dev::shop::aws:ec2/securityGroup:SecurityGroup::${name}`));
  expect(reportPolicy(finding(...alike), stack, {})).toHaveLength(2);
});

describe("what is undecided", () => {
  const four = ["d", "c", "b", "a"].map((name) => undecided(name, `${name} is 2 to 4`, { "list-unknown": [`${name}-function`] }));

  test("is one line a cause: a count, the first three in order, whom it concerns, why, and what fixes it", () => {
    const lines = reportPolicy(finding(...four), stack, {});
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ subject: "a", level: "advisory" });
    const { why, fix } = uncertainties["list-unknown"];
    for (const part of [
      "undecided: a is 2 to 4\n           b is 2 to 4\n           c is 2 to 4\n           1 more",
      "4 functions",
      "a-function, b-function",
      why,
      fix,
    ])
      expect(lines[0]?.message).toContain(part);
    expect(lines[0]?.message).not.toContain("d is");
  });

  test("for two causes is two lines", () => {
    const both = undecided("a", "a is 2 to 4", { "list-unknown": ["one"], "foreign-dependency": ["two"] });
    const messages = reportPolicy(finding(both), stack, {}).map(({ message }) => message);
    expect(messages.map((message) => message.includes("(one)"))).toEqual([false, true]);
    expect(messages.map((message) => message.includes(uncertainties["foreign-dependency"].why))).toEqual([true, false]);
  });

  test("is never silent, not even where the policy names no cause", () => {
    expect(reportPolicy(finding(undecided("a", "a is 2 to 4", {})), stack, {})).toMatchObject([
      { subject: "a", level: "advisory", message: expect.stringContaining("undecided: a is 2 to 4") },
    ]);
  });

  test("because of a cause with a topic is one line about all its subjects, with the reason and the fix", () => {
    const ofOthers = (subject: string, ...subnets: readonly string[]) => ({
      ...undecided(subject, "2 to 4", { "subnet-of-others": subnets }),
      expected: true as const,
    });
    const { topic, why, fix } = uncertainties["subnet-of-others"];
    const [first, second] = [ofOthers("a", "subnet-1"), ofOthers("b", "subnet-2", "subnet-1")];
    expect(reportPolicy(finding(second, first), stack, {})).toEqual([
      {
        subject: "a",
        level: "advisory",
        message: `undecided: ${topic?.unknown ?? ""} 2 subnets (subnet-1, subnet-2)\nwhy: ${why}\nfix: ${fix}`,
        findings: [first, second],
      },
    ]);
  });

  test("comes at the level that the user chose", () => {
    expect(reportPolicy(finding(...four), stack, { onUndecided: "mandatory" })).toMatchObject([{ level: "mandatory" }]);
  });

  test("leaves violations at their own level", () => {
    const lines = reportPolicy(finding(...four, violation("z")), stack, { onUndecided: "mandatory" });
    expect(lines.map(({ subject, level }) => [subject, level])).toEqual([
      ["z", undefined],
      ["a", "mandatory"],
    ]);
  });
});

describe("a mistake in the configuration", () => {
  test("is reported about the stack, with the policy and each key, and then nothing is checked", () => {
    const lines = reportPolicy(finding(violation("vpc")), stack, { max: 0, maxx: 1, onUndecided: "loud" });
    expect(lines.map(({ subject, level }) => [subject, level])).toEqual(Array(3).fill([undefined, undefined]));
    for (const { message } of lines) expect(message).toMatch(/^Configuration of few-things: (Unknown key )?"/);
    for (const key of ["max", "maxx", "onUndecided"])
      expect(lines.some(({ message }) => new RegExp(`: (Unknown key )?"${key}"`).test(message))).toBe(true);
  });

  test("is not worth a word where no function is in a VPC", () => {
    expect(reportPolicy(finding(violation("vpc")), empty, { max: 0 })).toEqual([]);
  });
});

test("nothing is said where no function is in a VPC, whatever the policy would find", () => {
  expect(reportPolicy(finding(violation("vpc")), empty, {})).toEqual([]);
});

test("the order in which a policy finds things never matters", () => {
  const findings = [
    ...["a", "b"].flatMap((subject) => [violation(subject), violation(subject, "far too many"), violation(subject, "nearly", "warning")]),
    ...["a", "b", "c", "d"].map((subject) =>
      undecided(subject, `${subject}?`, { "list-unknown": [subject], "no-candidates": ["x", subject] }),
    ),
  ];
  const expected = reportPolicy(finding(...findings), stack, {});
  const orders = fc.shuffledSubarray(findings, { minLength: findings.length });
  fc.assert(fc.property(orders, (shuffled) => expect(reportPolicy(finding(...shuffled), stack, {})).toEqual(expected)));
});
