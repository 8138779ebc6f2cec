import { byHand } from "../fix/fix";
import { exactly } from "@lambda-vpc/model";
import { expect, test } from "@jest/globals";
import type { Finding } from "../findings/finding";
import type { Measure } from "../findings/measure";
import { nameWhatIsNew } from "./name-what-is-new";
import type { Waiver } from "./waiver";

const today = "2026-11-24";
const waiver: Waiver = {
  ...{ policy: "p", subject: "vpc-1", verdict: "violation", found: 2, limit: 1, members: ["a", "b"] },
  ...{ reason: "r", expires: "2026-12-31" },
};

function sets(names: readonly string[], limits: Pick<Measure, "atMost" | "atLeast"> = { atMost: 1 }): Finding {
  const measure = { count: exactly(names.length), noun: "set", ...limits, members: names.map((name) => ({ name })) };
  return {
    verdict: "violation",
    subject: "vpc-1",
    measure,
    what: "in main.",
    why: "w",
    fix: byHand("f", "only people know"),
    basis: "known",
  };
}

const group = (name: string): string => `urn:pulumi:dev::shop::aws:ec2/securityGroup:SecurityGroup::${name}`;
const merge: Finding = { ...sets(["a", "b", "c"]), about: [group("a"), group("b"), group("zz-new")] };
const many = Array.from({ length: 12 }, (_, index) => `new-${index}`);

const rows: readonly { sentence: string; change?: Partial<Waiver>; finding: Finding; what: RegExp }[] = [
  { sentence: "one new set", finding: sets(["a", "b", "zz-new"]), what: /^in main \(waived up to 2; new: zz-new\)\.$/ },
  { sentence: "a set in place of another", finding: sets(["a", "zz-new", "b", "y"]), what: /\(waived up to 2; new: zz-new, y\)\.$/ },
  { sentence: "nothing that is known to be new", change: { members: [] }, finding: sets(["a", "b", "c"]), what: /\(waived up to 2\)\.$/ },
  { sentence: "many", finding: sets(["a", "b", ...many]), what: /new: new-0, new-1, .*new-7 and 4 more\)\.$/ },
  { sentence: "a lower limit", finding: sets(["a", "b"], { atMost: 0 }), what: /\(waived up to 2 at a limit of 1\)\.$/ },
  { sentence: "too few", change: { limit: 3 }, finding: sets(["a"], { atLeast: 3 }), what: /\(waived down to 2\)\.$/ },
  { sentence: "what was undecided", change: { verdict: "undecided" }, finding: sets(["a", "b"]), what: /\(waived as undecided\)\.$/ },
  {
    sentence: "a group that may be merged with others",
    change: { subject: [group("a"), group("b")] },
    finding: merge,
    what: /new: \S*zz-new\S*\)\.$/,
  },
  { sentence: "nothing of a merge that no waiver is about", finding: merge, what: /^in main\.$/ },
  { sentence: "nothing under an expired waiver", change: { expires: "2026-11-23" }, finding: sets(["a", "b", "c"]), what: /^in main\.$/ },
  { sentence: "nothing under a waiver of another VPC", change: { subject: "vpc-2" }, finding: sets(["a", "b", "c"]), what: /^in main\.$/ },
];

test.each(rows)("of a finding that a waiver does not tolerate, what is new is named: $sentence", ({ change = {}, finding, what }) => {
  expect(nameWhatIsNew([{ ...waiver, ...change }], { policy: "p", finding }, today).what).toMatch(what);
});
