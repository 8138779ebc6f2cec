import { byHand, type Fix } from "../fix/fix";
import { describe, expect, test } from "@jest/globals";
import { displayName, displayNames, type Key } from "@lambda-vpc/model";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { type Alike, fixOf, groupAlike, headingOf } from "./alike";
import type { Violation } from "./finding";

const urn = (type: string, name: string): Key => `urn:pulumi:dev::shop::aws:${type}::${name}`;
const group = (name: string): Key => urn("ec2/securityGroup:SecurityGroup", name);
const lambda = (name: string): Key => urn("lambda/function:Function", name);

function inbound(
  name: string,
  users: readonly string[],
  { rules = 1, fix = byHand("delete the rules", "only people know") }: { rules?: number; fix?: Fix } = {},
): Violation {
  return {
    verdict: "violation",
    subject: group(name),
    what: `${rules} inbound rules on security group ${displayName(group(name))}, which only functions use (${displayNames(users.map(lambda))}).`,
    why: "They allow nothing.",
    fix,
    basis: "known",
  };
}

function alike(...violations: readonly Violation[]): Alike {
  const [only, ...others] = groupAlike(violations);
  if (only === undefined || !("first" in only) || others.length > 0) throw new Error(`${others.length + 1} entries instead of one block`);
  return only;
}

describe("violations that are alike", () => {
  test.each<{ sentence: string; violations: readonly Violation[]; entries: number }>([
    { sentence: "differ in names only", violations: [inbound("a", ["x"]), inbound("b", ["y"])], entries: 1 },
    {
      sentence: "may list more or fewer names",
      violations: [inbound("a", ["x"]), inbound("b", ["v", "w", "x", "y", "z"]), inbound("c", ["x", "y"])],
      entries: 1,
    },
    { sentence: "may have other numbers", violations: [inbound("a", ["x"]), inbound("b", ["x"], { rules: 2 })], entries: 1 },
    {
      sentence: "may rest on something else",
      violations: [inbound("a", ["x"]), { ...inbound("b", ["x"]), basis: "dependencies" }],
      entries: 1,
    },
    {
      sentence: "have the same numbers in their fixes",
      violations: [
        inbound("a", ["x"], { fix: byHand("make it a /24", "only people know") }),
        inbound("b", ["x"], { fix: byHand("make it a /23", "only people know") }),
      ],
      entries: 2,
    },
    { sentence: "state the same fact", violations: [inbound("a", ["x"]), { ...inbound("b", ["x"]), what: "Something else." }], entries: 2 },
    { sentence: "have the same verdict", violations: [inbound("a", ["x"]), { ...inbound("b", ["x"]), verdict: "warning" }], entries: 2 },
    { sentence: "have the same reason", violations: [inbound("a", ["x"]), { ...inbound("b", ["x"]), why: "Nobody knows." }], entries: 2 },
    {
      sentence: "have the same fix",
      violations: [inbound("a", ["x"]), inbound("b", ["x"], { fix: byHand("wait", "only people know") })],
      entries: 2,
    },
    { sentence: "are about different subjects", violations: [inbound("a", ["x"]), inbound("a", ["y"])], entries: 2 },
  ])("$sentence", ({ violations, entries }) => expect(groupAlike(violations)).toHaveLength(entries));

  const measured = (count: number): Violation => ({
    ...inbound("a", []),
    subject: group(`with-${count}`),
    measure: { count: { min: count, likely: count, max: count, basis: "known" }, noun: "rule" },
    what: "too many",
  });
  test("may have other measures", () => expect(groupAlike([measured(1), measured(2)])).toHaveLength(1));

  test("are headed by their number, their common type and the first three names", () => {
    const block = alike(...["a", "b", "c", "d", "e"].map((name) => inbound(name, ["x"])));
    expect(headingOf(block)).toBe(`5 security groups (${["a", "b", "c"].map((name) => displayName(group(name))).join(", ")} and 2 more)`);
  });

  test("of several types are resources, and so are those of other stacks", () => {
    expect(headingOf(alike(inbound("a", []), { ...inbound("b", []), subject: lambda("b"), what: inbound("a", []).what }))).toMatch(
      /^2 resources \(/,
    );
    expect(headingOf(alike(inbound("a", []), { ...inbound("b", []), subject: "sg-1", what: inbound("a", []).what }))).toMatch(
      /^2 resources \(/,
    );
  });

  test("have the fix of the first, which names the first; the others are mentioned", () => {
    const fixed = (name: string): Violation =>
      inbound(name, ["x"], { fix: byHand(`delete ${displayName(group(name))}`, "only people know") });
    expect(fixOf(alike(fixed("a"), fixed("b"), fixed("c")))).toBe(
      `Delete ${displayName(group("a"))}. By hand: only people know. Do the same for the other 2.`,
    );
    expect(fixOf(alike(fixed("a"), fixed("b")))).toBe(
      `Delete ${displayName(group("a"))}. By hand: only people know. Do the same for the other one.`,
    );
    expect(fixOf(alike(inbound("a", ["x"]), inbound("b", ["y"])))).toBe("Delete the rules. By hand: only people know.");
  });
});

test("every violation is in exactly one entry, and no two entries are alike", () => {
  const violations = fc.array(
    fc
      .record({ name: fc.constantFrom("a", "b", "c", "d"), rules: fc.constantFrom(1, 2), users: fc.subarray(["x", "y", "z"]) })
      .map(({ name, rules, users }) => inbound(name, users, { rules, fix: byHand(`delete ${rules} rules`, "only people know") })),
    { maxLength: 8 },
  );
  checkLaw({ "a block": 30, "several entries": 30 }, [violations], (all, met) => {
    const entries = groupAlike(all);
    const covered = entries.flatMap((entry) => ("first" in entry ? entry.subjects : [entry.subject]));
    expect(new Set(covered)).toEqual(new Set(all.map(({ subject }) => subject)));
    const blocks = entries.filter((entry) => "first" in entry);
    if (met("a block", blocks.length > 0)) for (const { subjects } of blocks) expect(subjects.length).toBeGreaterThan(1);
    const firsts = entries.map((entry) => ("first" in entry ? entry.first : entry));
    const pairs = firsts.flatMap((one, index) =>
      firsts
        .slice(index + 1)
        .filter(({ subject }) => subject !== one.subject)
        .map((other) => [one, other] as const),
    );
    if (met("several entries", entries.length > 1)) for (const pair of pairs) expect(groupAlike(pair)).toHaveLength(2);
  });
});
