import { exactly } from "@lambda-vpc/model";
import { expect, test } from "@jest/globals";
import type { Finding } from "../findings/finding";
import type { Waiver } from "./waiver";
import { reviewWaivers } from "./review-waivers";

const waiver: Waiver = { policy: "eni-budget", subject: "main", reason: "moving out", expires: "2026-12-31" };

function found(combinations: number): Finding {
  const measure = { count: exactly(combinations, "known"), noun: "combination" };
  return { verdict: "violation", subject: "main", measure, what: "there", why: "w", fix: "f", basis: "known" };
}

const unmeasured: Finding = { verdict: "violation", subject: "main", what: "there", why: "w", fix: "f", basis: "known" };

const rows: readonly { sentence: string; change?: Partial<Waiver>; findings?: readonly Finding[]; ran?: string; says?: string }[] = [
  { sentence: "tolerates something: no report", findings: [found(36)] },
  { sentence: "matches nothing any more: reported, so that a fixed finding is seen", says: "matches no finding. Remove it." },
  { sentence: "is of a policy that did not run: no report", ran: "another" },
  {
    sentence: "has expired: reported",
    change: { expires: "2026-11-23" },
    findings: [found(36)],
    says: "expired on 2026-11-23. Fix the finding, or set a later day.",
  },
  {
    sentence: "names no policy: reported with the nearest",
    change: { policy: "eni-budgt" },
    says: 'names an unknown policy. Did you mean "eni-budget"',
  },
  {
    sentence: "has a former name: reported",
    change: { policy: "budget" },
    findings: [found(36)],
    says: "The policy was renamed to eni-budget. Use the new name.",
  },
  { sentence: "is exceeded: reported with both numbers", change: { upTo: 35 }, findings: [found(36)], says: "allows 35, found 36" },
  {
    sentence: "has a limit for a finding without a number: reported",
    change: { upTo: 35 },
    findings: [unmeasured],
    says: "allows 35, found a finding without a number",
  },
  {
    sentence: "allows more than there is: reported with the number found",
    change: { upTo: 40 },
    findings: [found(36)],
    says: "allows 40, found 36. Lower the limit.",
  },
  { sentence: "allows exactly what there is: no report", change: { upTo: 36 }, findings: [found(36)] },
];

test.each(rows)("a waiver that $sentence", ({ change = {}, findings = [], ran = "eni-budget", says }) => {
  const analysed = {
    policies: new Set([ran]),
    findings: findings.map((finding) => ({ policy: "eni-budget", finding })),
    today: "2026-11-24",
  };
  const reports = reviewWaivers([{ ...waiver, ...change }], analysed, ["eni-budget", "another"], new Map([["budget", "eni-budget"]]));
  expect(reports).toEqual(says === undefined ? [] : [{ message: expect.stringContaining(says) }]);
});
