import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { type Entry, replacedWaivers } from "./replaced-waivers";

/** The rule for one pair, as the README of the command states it. */
function isReplaced(made: Entry, earlier: Entry): boolean {
  const [one, other] = [made, earlier].map(({ subject = [] }) => (typeof subject === "string" ? [subject] : subject));
  const stacks = [made, earlier].map(({ stacks: all = [] }) => [...all].sort().join());
  return (
    earlier.pattern === undefined &&
    made.policy === earlier.policy &&
    (made.kind === earlier.kind || earlier.stacks === undefined) &&
    (made.verdict === "violation" || made.verdict === earlier.verdict || earlier.verdict === undefined) &&
    (earlier.stacks === undefined || stacks[0] === stacks[1]) &&
    ((one ?? []).every((key) => other?.includes(key)) || (other ?? []).every((key) => one?.includes(key)))
  );
}

const thing = fc.constantFrom("vpc-1", "a", "b", "c");
const waiver: fc.Arbitrary<Entry> = fc.record(
  {
    policy: fc.constantFrom("p", "q"),
    subject: fc.oneof(thing, fc.uniqueArray(thing, { maxLength: 3 })),
    kind: fc.constantFrom("k", "l"),
    verdict: fc.constantFrom("violation" as const, "warning" as const),
    stacks: fc.constantFrom([], ["shop/dev"], ["shop/dev", "shop/prod"], ["shop/prod", "shop/dev"]),
  },
  { requiredKeys: ["policy"], noNullPrototype: true },
);
const earlierWaiver = fc.oneof({ weight: 9, arbitrary: waiver }, { weight: 1, arbitrary: fc.constant({ policy: "p", pattern: "*" }) });

test("what is replaced is what a comparison of each with each finds", () => {
  const lists = [fc.array(waiver, { maxLength: 6 }), fc.array(earlierWaiver, { maxLength: 6 })] as const;
  checkLaw({ "a waiver is replaced": 5, "a waiver stays": 40 }, [...lists], (made, earlier, met) => {
    const { replaced, renewing } = replacedWaivers(made, earlier);
    const expected = earlier.filter((one) => made.some((each) => isReplaced(each, one)));
    expect(new Set(replaced)).toEqual(new Set(expected));
    expect(new Set(renewing)).toEqual(new Set(made.filter((each) => earlier.some((one) => isReplaced(each, one)))));
    met("a waiver is replaced", expected.length > 0);
    met("a waiver stays", expected.length < earlier.length);
  });
});

describe("twice as many waivers are compared twice as often:", () => {
  /** How often a comparison reads an earlier waiver. */
  function comparisons(count: number, subjectOf: (index: number) => readonly string[]): number {
    let read = 0;
    const made = Array.from({ length: count }, (_, index) => waiverAbout(subjectOf(index)));
    const earlier = made.map((one) =>
      Object.defineProperty({ ...one }, "verdict", {
        get: () => {
          read++;
          return one.verdict;
        },
      }),
    );
    expect(replacedWaivers(made, earlier).replaced.size).toBe(count);
    return read;
  }

  const waiverAbout = (subject: readonly string[]): Entry => ({ policy: "p", subject, stacks: ["shop/dev"], verdict: "warning" });

  test.each<{ sentence: string; subjectOf: (index: number) => readonly string[] }>([
    { sentence: "each about its own thing", subjectOf: (index) => [`group-${index}`] },
    { sentence: "each about a VPC and its own thing", subjectOf: (index) => ["vpc-1", `group-${index}`] },
    { sentence: "each about two things of a chain", subjectOf: (index) => [`group-${index}`, `group-${index + 1}`] },
  ])("$sentence", ({ subjectOf }) => {
    const [few, many] = [comparisons(500, subjectOf), comparisons(1000, subjectOf)];
    expect(few).toBeGreaterThanOrEqual(500);
    expect(many).toBeLessThanOrEqual(few * 2.1);
  });
});
