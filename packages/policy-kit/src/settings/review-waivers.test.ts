import { byHand } from "../fix/fix";
import { describe, expect, test } from "@jest/globals";
import { exactly } from "@lambda-vpc/model";
import type { Finding } from "../findings/finding";
import { reviewWaivers } from "./review-waivers";
import type { Waiver } from "./waiver";

const MAIN = "urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::main";
const waiver: Waiver = { policy: "eni-budget", subject: MAIN, reason: "moving out", expires: "2026-12-31" };

function found(combinations: number, subject = MAIN): Finding {
  const measure = { count: exactly(combinations, "known"), noun: "combination" };
  return { verdict: "violation", subject, measure, what: "there", why: "w", fix: byHand("f", "only people know"), basis: "known" };
}

/** Reports of the waivers after an analysis on 2026-11-24 in which eni-budget ran. */
function reviewed(
  waivers: readonly Waiver[],
  findings: readonly Finding[],
  ran = "eni-budget",
  reader: "person" | "program" = "program",
  partial?: true,
) {
  const stack = "shop/dev";
  const analysed = {
    policies: new Set([ran]),
    findings: findings.map((finding) => ({ policy: "eni-budget", finding, stack })),
    ...{ today: "2026-11-24", stack, ...(partial && { partial }) },
  };
  return reviewWaivers(waivers, analysed, { names: ["eni-budget", "another"], former: new Map([["budget", "eni-budget"]]), reader });
}

const rows: readonly {
  readonly sentence: string;
  readonly change?: Partial<Waiver>;
  readonly findings?: readonly Finding[];
  readonly ran?: string;
  readonly says?: string;
  /** Whether the level of the setting applies, so that it may stop a build. */
  readonly atLevel?: true;
}[] = [
  { sentence: "tolerates something: no report", findings: [found(36)] },
  { sentence: "matches nothing any more: reported, so that a fixed finding is seen", says: "matches no finding. Remove it." },
  { sentence: "matches nothing, and may be of another stack: no report", change: { subject: "vpc-1" } },
  { sentence: "matches nothing, and is a pattern for several stacks: no report", change: { subject: [], pattern: "*::main" } },
  { sentence: "matches nothing, and is of another stack: no report", change: { stacks: ["shop/prod"] } },
  { sentence: "is expired, and of another stack: no report", change: { stacks: ["shop/prod"], expires: "2026-01-01" } },
  { sentence: "is of a policy that did not run: no report", ran: "another" },
  {
    sentence: "has expired: reported",
    change: { expires: "2026-11-23" },
    findings: [found(36)],
    says: "expired on 2026-11-23. Fix the finding, or set a later day.",
    atLevel: true,
  },
  {
    sentence: "has expired and matches nothing: reported as unused",
    change: { expires: "2026-11-23" },
    says: "matches no finding. Remove it.",
  },
  {
    sentence: "ends in 14 days: reported",
    change: { expires: "2026-12-08" },
    findings: [found(36)],
    says: "ends on 2026-12-08, in 14 days. Fix the finding, or set a later day.",
  },
  { sentence: "ends in 15 days: no report", change: { expires: "2026-12-09" }, findings: [found(36)] },
  { sentence: "ends today: reported", change: { expires: "2026-11-24" }, findings: [found(36)], says: "ends on 2026-11-24, today." },
  {
    sentence: "names no policy: reported with the nearest",
    change: { policy: "eni-budgt" },
    says: 'names an unknown policy. Did you mean "eni-budget"?',
    atLevel: true,
  },
  {
    sentence: "has a former name: reported",
    change: { policy: "budget" },
    findings: [found(36)],
    says: "applies, but the policy was renamed to eni-budget. Use the new name.",
  },
  { sentence: "is exceeded: no report, because the finding states it", change: { found: 35 }, findings: [found(36)] },
  {
    sentence: "allows more than there is: reported with the number found",
    change: { found: 40 },
    findings: [found(36)],
    says: "allows 40, found 36. Set found to 36.",
  },
  { sentence: "allows more, and may be of another stack: no report", change: { found: 40, stacks: ["shop/*"] }, findings: [found(36)] },
  { sentence: "allows exactly what there is: no report", change: { upTo: 36 }, findings: [found(36)] },
  {
    sentence: "writes a pattern as subject: reported with the way out",
    change: { subject: "*::main" },
    findings: [found(36)],
    says: "matches no finding: a subject matches literally. For a pattern with *, write it as pattern.",
  },
  { sentence: "has no subject: reported", change: { subject: [] }, findings: [found(36)], says: "has no subject", atLevel: true },
];

test.each(rows)("a waiver that $sentence", ({ change = {}, findings = [], ran, says, atLevel }) => {
  const reports = reviewed([{ ...waiver, ...change }], findings, ran);
  const level = atLevel === true ? {} : { level: "advisory" };
  expect(reports).toEqual(says === undefined ? [] : [{ message: expect.stringContaining(says), ...level }]);
});

test.each<[string, Partial<Waiver>, readonly Finding[], number]>([
  ["that matches nothing is not reported", {}, [], 0],
  ["that allows more than there is is not reported", { found: 40 }, [found(36)], 0],
  ["that ends in 14 days is reported", { expires: "2026-12-08" }, [found(36)], 1],
])("in an update that leaves out resources, a waiver %s", (_, change, findings, reports) => {
  expect(reviewed([{ ...waiver, ...change }], findings, "eni-budget", "program", true)).toHaveLength(reports);
});

describe("waivers with one remark", () => {
  const subjects = ["a", "b", "c", "d", "e"].map((name) => MAIN.replace("main", name));
  const waivers = subjects.map((subject) => ({ ...waiver, subject, expires: "2026-12-01" }));
  const findings = subjects.map((subject) => found(1, subject));

  test("are one report for a person", () => {
    const named = ["a", "b", "c"].map((name) => `eni-budget for ${name} (moving out)`).join("; ");
    expect(reviewed(waivers, findings, "eni-budget", "person").map(({ message }) => message)).toEqual([
      `5 waivers (${named} and 2 more), each: ends on 2026-12-01, in 7 days. Fix the finding, or set a later day.`,
    ]);
  });

  test("are one report each for a program", () => {
    expect(reviewed(waivers, findings).map(({ message }) => message)).toHaveLength(5);
  });
});
