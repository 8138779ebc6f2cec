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
  { sentence: "tolerates something: nothing to say", findings: [found(36)] },
  { sentence: "tolerates nothing any more: told, so that a fixed finding is seen", says: "not needed any more" },
  { sentence: "is of a policy that did not run: nothing to say", ran: "another" },
  { sentence: "has expired: told", change: { expires: "2026-11-23" }, findings: [found(36)], says: "expired on 2026-11-23" },
  { sentence: "names no policy: told with the nearest", change: { policy: "eni-budgt" }, says: 'did you mean "eni-budget"' },
  { sentence: "has a former name: told", change: { policy: "budget" }, findings: [found(36)], says: "is called eni-budget now" },
  { sentence: "is exceeded: told", change: { upTo: 35 }, findings: [found(36)], says: "there is more now" },
  { sentence: "has a limit for what has no number: told", change: { upTo: 35 }, findings: [unmeasured], says: "has no number" },
  { sentence: "tolerates more than there is: told what would do", change: { upTo: 40 }, findings: [found(36)], says: "36 would do now" },
  { sentence: "tolerates just what there is: nothing to say", change: { upTo: 36 }, findings: [found(36)] },
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
