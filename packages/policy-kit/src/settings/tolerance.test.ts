import { byHand as decide } from "../fix/fix";
import { between, exactly, type Uncertainty } from "@lambda-vpc/model";
import { expect, test } from "@jest/globals";
import type { Finding, Undecided, Violation } from "../findings/finding";
import type { Measure } from "../findings/measure";
import { tolerates } from "./tolerance";
import type { Waiver } from "./waiver";
import { recordOf } from "./waiver-record";

const today = "2026-11-24";
const terms = { reason: "adopted as it was", expires: "2026-12-31" };
const subject = "urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::main";

function certain(measure?: Measure, verdict: Violation["verdict"] = "violation"): Violation {
  return {
    verdict,
    subject,
    what: "w",
    why: "w",
    fix: decide("f", "only people know"),
    basis: "known",
    ...(measure === undefined ? {} : { measure }),
  };
}

function undecided(measure?: Measure, causes: readonly Uncertainty[] = ["list-unknown"]): Undecided {
  const withCauses = { verdict: "undecided", subject, what: "w", causes: new Map(causes.map((cause) => [cause, []])) } as const;
  return { ...withCauses, ...(measure === undefined ? {} : { measure }) };
}

const sets = (count: number, atMost = 5): Measure => ({ count: exactly(count), noun: "security-group set", atMost });
const zones = (count: number, atLeast = 3): Measure => ({ count: exactly(count), noun: "availability zone", atLeast });

/** What was there, and what is there now. */
const rows: readonly { sentence: string; before: Finding; now: Finding; tolerated: boolean }[] = [
  { sentence: "the same", before: certain(sets(12)), now: certain(sets(12)), tolerated: true },
  { sentence: "fewer of what is too much", before: certain(sets(12)), now: certain(sets(11)), tolerated: true },
  { sentence: "more of it: not", before: certain(sets(12)), now: certain(sets(13)), tolerated: false },
  { sentence: "the same under a lower limit: not", before: certain(sets(12, 5)), now: certain(sets(12, 4)), tolerated: false },
  { sentence: "the same under a higher limit", before: certain(sets(12, 5)), now: certain(sets(12, 6)), tolerated: true },
  { sentence: "more under a higher limit: not", before: certain(sets(12, 5)), now: certain(sets(13, 9)), tolerated: false },
  { sentence: "fewer under a limit that is lower by as much", before: certain(sets(12, 5)), now: certain(sets(11, 4)), tolerated: true },
  {
    sentence: "the need of a subnet that shrank: not",
    before: certain({ count: exactly(60), noun: "address", atMost: 47 }),
    now: certain({ count: exactly(60), noun: "address", atMost: 8 }),
    tolerated: false,
  },
  {
    sentence: "the need of a subnet whose size is unknown now: not",
    before: certain(sets(12)),
    now: undecided({ count: exactly(12), noun: "security-group set" }),
    tolerated: false,
  },
  { sentence: "as few of what is too little", before: certain(zones(2)), now: certain(zones(2)), tolerated: true },
  { sentence: "fewer of what is too little: not", before: certain(zones(2)), now: certain(zones(1)), tolerated: false },
  { sentence: "more of what is too little", before: certain(zones(1)), now: certain(zones(2)), tolerated: true },
  { sentence: "as few where more are required: not", before: certain(zones(2, 3)), now: certain(zones(2, 4)), tolerated: false },
  { sentence: "a violation after an undecided finding: not", before: undecided(sets(12)), now: certain(sets(12)), tolerated: false },
  {
    sentence: "a warning after an undecided finding: not",
    before: undecided(sets(12)),
    now: certain(sets(4), "warning"),
    tolerated: false,
  },
  { sentence: "a violation after a warning: not", before: certain(sets(4), "warning"), now: certain(sets(4)), tolerated: false },
  { sentence: "an undecided finding after a warning: not", before: certain(sets(4), "warning"), now: undecided(sets(4)), tolerated: false },
  { sentence: "a warning after a violation", before: certain(sets(12)), now: certain(sets(5), "warning"), tolerated: true },
  { sentence: "an undecided finding after a violation", before: certain(sets(12)), now: undecided(sets(12)), tolerated: true },
  { sentence: "fewer causes", before: undecided(sets(9), ["list-unknown", "zone-unknown"]), now: undecided(sets(9)), tolerated: true },
  { sentence: "another cause: not", before: undecided(sets(9)), now: undecided(sets(9), ["zone-unknown"]), tolerated: false },
  {
    sentence: "bounds with a lower upper one",
    before: undecided({ ...sets(0), count: between(2, 4, 8, "known") }),
    now: undecided({ ...sets(0), count: between(3, 4, 7, "known") }),
    tolerated: true,
  },
  {
    sentence: "bounds with a higher upper one: not",
    before: undecided({ ...sets(0), count: between(2, 4, 8, "known") }),
    now: undecided({ ...sets(0), count: between(2, 4, 9, "known") }),
    tolerated: false,
  },
  {
    sentence: "what had no bound",
    before: undecided({ ...sets(0), count: between(2, 4, Infinity, "known") }),
    now: undecided({ ...sets(0), count: between(2, 4, Infinity, "known") }),
    tolerated: true,
  },
  { sentence: "no number where there was one: not", before: certain(sets(12)), now: certain(), tolerated: false },
  { sentence: "another kind: not", before: { ...certain(), kind: "a" }, now: { ...certain(), kind: "b" }, tolerated: false },
];

test.each(rows)("a waiver that records a finding tolerates $sentence", ({ before, now, tolerated }) => {
  const stack = "shop/dev";
  const waiver: Waiver = { ...recordOf({ policy: "p", finding: before, stack }), ...terms };
  expect(tolerates(waiver, { policy: "p", finding: now, stack }, today)).toBe(tolerated);
});

test.each([
  { sentence: "on its last day: tolerated", expires: today, tolerated: true },
  { sentence: "the day after: not tolerated", expires: "2026-11-23", tolerated: false },
])("a waiver $sentence", ({ expires, tolerated }) => {
  expect(tolerates({ policy: "p", subject, reason: "r", expires }, { policy: "p", finding: certain(sets(12)) }, today)).toBe(tolerated);
});

const byHand: readonly { sentence: string; change: Partial<Waiver>; finding: Finding; tolerated: boolean }[] = [
  { sentence: "nothing more: every verdict and number", change: {}, finding: undecided(sets(99)), tolerated: true },
  { sentence: "upTo of an earlier version, within it", change: { upTo: 12 }, finding: certain(sets(12)), tolerated: true },
  { sentence: "upTo of an earlier version, past it: not", change: { upTo: 11 }, finding: certain(sets(12)), tolerated: false },
  { sentence: "upTo of an earlier version, and less is worse: not", change: { upTo: 2 }, finding: certain(zones(1)), tolerated: false },
  { sentence: "upTo, and the finding has no number: not", change: { upTo: 1000 }, finding: certain(), tolerated: false },
];

test.each(byHand)("a waiver written by hand that states $sentence", ({ change, finding, tolerated }) => {
  expect(tolerates({ policy: "p", subject, ...terms, ...change }, { policy: "p", finding }, today)).toBe(tolerated);
});

test("a record has what identifies a finding, how bad it is, and the names of what is counted", () => {
  const measure = { ...sets(12), members: [{ name: "b" }, { name: "a", label: "group a" }] };
  expect(recordOf({ policy: "p", finding: { ...certain(measure), kind: "k", about: ["vpc-1"] }, stack: "shop/dev" })).toEqual({
    ...{ policy: "p", subject: "vpc-1", stacks: ["shop/dev"], kind: "k", verdict: "violation" },
    ...{ found: 12, limit: 5, members: ["a", "b"] },
  });
  expect(recordOf({ policy: "p", finding: { ...undecided(), about: ["sg-2", "sg-1"] } })).toEqual({
    ...{ policy: "p", subject: ["sg-1", "sg-2"], verdict: "undecided", causes: ["list-unknown"] },
  });
});
