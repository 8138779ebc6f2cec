import { exactly } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import type { Finding } from "../findings/finding";
import { tolerates, type Waiver } from "./waiver";

const ORDERS = "urn:pulumi:dev::shop::aws:lambda/function:Function::orders";
const today = "2026-11-24";
const finding: Finding = {
  ...{ verdict: "violation", subject: ORDERS, what: "for orders", why: "w", fix: "f", basis: "known" },
  measure: { count: exactly(36, "known"), noun: "combination" },
};
const waiver: Waiver = { policy: "eni-budget", subject: ORDERS, reason: "moving out", expires: "2026-12-31" };

const rows: readonly { sentence: string; change: Partial<Waiver>; tolerated: boolean }[] = [
  { sentence: "its policy and its subject, before its day: tolerated", change: {}, tolerated: true },
  { sentence: "on its last day: tolerated", change: { expires: today }, tolerated: true },
  { sentence: "the day after: not tolerated", change: { expires: "2026-11-23" }, tolerated: false },
  { sentence: "another policy: not tolerated", change: { policy: "share-security-groups" }, tolerated: false },
  { sentence: "the start of its subject alone: not tolerated", change: { subject: ORDERS.slice(0, -1) }, tolerated: false },
  {
    sentence: "a pattern for the stack's functions: tolerated",
    change: { subject: "urn:pulumi:*::aws:lambda/function:Function::*" },
    tolerated: true,
  },
  { sentence: "a pattern that ends elsewhere: not tolerated", change: { subject: "*::users" }, tolerated: false },
  { sentence: "everything: tolerated", change: { subject: "*" }, tolerated: true },
  { sentence: "up to the number it has: tolerated", change: { upTo: 36 }, tolerated: true },
  { sentence: "up to less: not tolerated", change: { upTo: 35 }, tolerated: false },
];

test.each(rows)("a waiver for $sentence", ({ change, tolerated }) => {
  expect(tolerates({ ...waiver, ...change }, { policy: "eni-budget", finding }, today)).toBe(tolerated);
});

test("a finding without a number is tolerated where there is no limit, and under none", () => {
  const { measure, ...unmeasured } = finding;
  expect(measure).toBeDefined();
  const tolerated = (change: Partial<Waiver>) => tolerates({ ...waiver, ...change }, { policy: "eni-budget", finding: unmeasured }, today);
  expect([tolerated({}), tolerated({ upTo: 0 }), tolerated({ upTo: 1000 })]).toEqual([true, false, false]);
});

describe("a pattern", () => {
  const subjects = fc.string({ unit: fc.constantFrom("a", "b", ".", "$", "/"), maxLength: 12 });
  const patterns = fc.string({ unit: fc.constantFrom("a", "b", ".", "$", "*"), maxLength: 6 });

  test("matches what the same regular expression matches", () => {
    checkLaw(
      { "the pattern matches": 5, "the pattern does not match": 30 },
      [patterns, subjects],
      (pattern, subject, met) => {
        const expression = new RegExp(`^${pattern.replaceAll(/[.$/]/g, "\\$&").replaceAll("*", ".*")}$`);
        const matched = tolerates({ ...waiver, subject: pattern }, { policy: "eni-budget", finding: { ...finding, subject } }, today);
        met("the pattern matches", matched);
        met("the pattern does not match", !matched);
        expect(matched).toBe(expression.test(subject));
      },
      { numRuns: 1_000 },
    );
  });
});
