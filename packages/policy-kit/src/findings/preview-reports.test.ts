import { byHand } from "../fix/fix";
import { describe, expect, test } from "@jest/globals";
import { displayName, type Key } from "@lambda-vpc/model";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import type { PolicyFindings } from "./policy-findings";
import type { Violation } from "./finding";
import { PreviewReports } from "./preview-reports";
import type { Report } from "./report";

const group = (name: string): Key => `urn:pulumi:dev::shop::aws:ec2/securityGroup:SecurityGroup::${name}`;

function violation(name: string, more: Partial<Violation> = {}): Violation {
  const what = `group ${displayName(group(name))} is empty`;
  return {
    ...{
      verdict: "violation",
      subject: group(name),
      what,
      why: "they cost",
      fix: byHand("have fewer", "only people know"),
      basis: "known",
    },
    ...more,
  };
}

function assessed(policy: string, violations: readonly Violation[], level?: PolicyFindings["level"]): PolicyFindings {
  return { policy, severity: "low", violations, undecided: [], onUndecided: "advisory", ...(level === undefined ? {} : { level }) };
}

function messages(reports: ReadonlyMap<string, readonly Report[]>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...reports].map(([policy, some]) => [policy, some.map(({ message }) => message)]));
}

const one = (...all: readonly PolicyFindings[]) => messages(new PreviewReports().of(all));

test("violations of one cause are one block: their number, three names, the first fact, the reason and the fix", () => {
  expect(
    one(
      assessed(
        "first",
        ["a", "b", "c", "d"].map((name) => violation(name)),
      ),
    ),
  ).toEqual({
    first: ["4 security groups (a, b, c and 1 more). First: group a is empty\nwhy: they cost\nfix: Have fewer. By hand: only people know."],
  });
});

test("a reason stands once for each policy, and what figures rest on once in a preview", () => {
  const other = { what: "something else", fix: byHand("do something else", "only people know"), basis: "dependencies" } as const;
  expect(one(assessed("first", [violation("a"), violation("b", other)]), assessed("second", [violation("c", other)]))).toEqual({
    first: [
      "group a is empty\nwhy: they cost\nfix: Have fewer. By hand: only people know.",
      "Estimated from dependencies: something else\nfix: Do something else. By hand: only people know.",
    ],
    second: ["something else\nwhy: they cost\nfix: Do something else. By hand: only people know."],
  });
});

test("what the engine prints first explains: by level, severity, policy and subject", () => {
  const estimated = violation("a", { basis: "dependencies" });
  const urgent = { ...assessed("z-urgent", [estimated], "mandatory"), severity: "high" } as const;
  const warning = violation("b", { verdict: "warning", fix: byHand("have fewer, soon", "only people know") });
  const found = one(assessed("a-advisory", [estimated], "advisory"), assessed("b-mandatory", [warning, estimated], "mandatory"), urgent);
  expect(Object.entries(found).flatMap(([policy, some]) => (some.join().includes("Estimated") ? [policy] : []))).toEqual(["z-urgent"]);
  expect(found["b-mandatory"]?.map((message) => message.includes("why: "))).toEqual([true, false]);
});

test("a policy that is decided later repeats nothing", () => {
  const preview = new PreviewReports();
  const estimated = violation("a", { basis: "dependencies" });
  preview.of([assessed("first", [estimated])]);
  expect(messages(preview.of([assessed("second", [estimated])]))).toEqual({
    second: ["group a is empty\nwhy: they cost\nfix: Have fewer. By hand: only people know."],
  });
});

test("a finding that was made twice is reported once", () => {
  expect(one(assessed("first", [violation("a"), violation("a")]))["first"]).toHaveLength(1);
});

describe("a violation whose cause the fix of an earlier one removes", () => {
  const removing = (level: PolicyFindings["level"], verdict: Violation["verdict"] = "violation") =>
    assessed("first", [violation("a", { removes: ["equal"], verdict })], level);
  const removed = (level: PolicyFindings["level"], verdict: Violation["verdict"] = "violation") =>
    assessed("second", [violation("b", { cause: "equal", verdict })], level);

  test.each<[name: string, all: readonly PolicyFindings[], reported: number]>([
    ["is not repeated at the same level", [removing("mandatory"), removed("mandatory")], 0],
    ["is not repeated at a lower level", [removing("mandatory"), removed("advisory")], 0],
    ["is reported at a higher level", [removing("advisory"), removed("mandatory")], 1],
    ["is reported if the first level is unknown", [removing(undefined), removed("mandatory")], 1],
    ["is reported if its own level is unknown", [removing("mandatory"), removed(undefined)], 1],
    ["is not repeated if it comes before", [removed("mandatory"), removing("mandatory")], 0],
    ["is reported if the other one only warns", [removing("mandatory", "warning"), removed("mandatory")], 1],
    ["is not repeated as a warning", [removing("advisory"), removed("mandatory", "warning")], 0],
  ])("%s", (_, all, reported) => expect(one(...all)["second"]).toHaveLength(reported));

  test("is reported if the earlier one has another cause", () => {
    expect(one(removing("mandatory"), assessed("second", [violation("b", { cause: "other" })], "mandatory"))["second"]).toHaveLength(1);
  });
});

test("every subject is counted in a block of its policy, at the level of its verdict", () => {
  const some = fc.array(
    fc
      .record({ name: fc.constantFrom("a", "b", "c"), kind: fc.constantFrom("x", "y"), warns: fc.boolean() })
      .map(({ name, kind, warns }) =>
        violation(name, { what: kind, fix: byHand(kind, "only people know"), verdict: warns ? "warning" : "violation" }),
      ),
    { maxLength: 6 },
  );
  checkLaw({ "a block": 20, "two policies": 50 }, [some, some], (first, second, met) => {
    const reports = new PreviewReports().of([assessed("first", first, "mandatory"), assessed("second", second, "mandatory")]);
    met("two policies", first.length > 0 && second.length > 0);
    for (const [policy, violations] of [["first", first] as const, ["second", second] as const]) {
      const kinds = Map.groupBy(violations, ({ verdict, what }) => JSON.stringify([verdict === "warning", what]));
      const expected = [...kinds.values()].map((same) => new Set(same.map(({ subject }) => subject)).size).sort();
      const counted = (reports.get(policy) ?? []).map(({ message }) => Number(/^(\d+) security/.exec(message)?.[1] ?? 1)).sort();
      met(
        "a block",
        counted.some((count) => count > 1),
      );
      expect(counted).toEqual(expected);
    }
  });
});
