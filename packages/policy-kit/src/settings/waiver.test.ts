import { byHand } from "../fix/fix";
import { describe, expect, test } from "@jest/globals";
import { exactly } from "@lambda-vpc/model";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import type { Finding } from "../findings/finding";
import { concerns, mayApplyTo, onlyStackOf, type Waivable, type Waiver } from "./waiver";

const PREFIX = "urn:pulumi:dev::shop::aws:lambda/function:Function::";
const ORDERS = `${PREFIX}orders`;
const finding: Finding = {
  ...{ verdict: "violation", subject: ORDERS, what: "for orders", why: "w", fix: byHand("f", "only people know"), basis: "known" },
  measure: { count: exactly(36, "known"), noun: "combination" },
};
const merge: Finding = { ...finding, about: ["a", "b", "c"].map((name) => PREFIX + name) };
const inVpc: Finding = { ...finding, about: ["vpc-1"] };
const waiver: Waiver = { policy: "eni-budget", reason: "moving out", expires: "2026-12-31" };

const rows: readonly { sentence: string; change: Partial<Waiver>; finding?: Finding; stack?: string; isAbout: boolean }[] = [
  { sentence: "its subject", change: { subject: ORDERS }, isAbout: true },
  { sentence: "another policy: not", change: { policy: "share-security-groups", subject: ORDERS }, isAbout: false },
  { sentence: "the start of its subject alone: not", change: { subject: ORDERS.slice(0, -1) }, isAbout: false },
  { sentence: "a subject with *, which is literal: not", change: { subject: `${PREFIX}*` }, isAbout: false },
  { sentence: "a function named *", change: { subject: `${PREFIX}*` }, finding: { ...finding, subject: `${PREFIX}*` }, isAbout: true },
  { sentence: "a pattern", change: { pattern: "urn:pulumi:*::aws:lambda/function:Function::*" }, isAbout: true },
  { sentence: "a pattern that ends elsewhere: not", change: { pattern: "*::users" }, isAbout: false },
  { sentence: "neither subject nor pattern: not", change: {}, isAbout: false },
  { sentence: "what the preview shows, written by hand", change: { subject: ORDERS }, finding: inVpc, isAbout: true },
  { sentence: "what the preview shows, recorded: not", change: { subject: ORDERS, verdict: "violation" }, finding: inVpc, isAbout: false },
  { sentence: "the VPC, recorded", change: { subject: "vpc-1", verdict: "violation" }, finding: inVpc, isAbout: true },
  {
    sentence: "more things than the finding is about",
    change: { subject: ["a", "b", "c", "d"].map((name) => PREFIX + name), verdict: "violation" },
    finding: merge,
    isAbout: true,
  },
  {
    sentence: "fewer things than the finding is about: not",
    change: { subject: ["a", "b"].map((name) => PREFIX + name), verdict: "violation" },
    finding: merge,
    isAbout: false,
  },
  { sentence: "its kind", change: { subject: ORDERS, kind: "maxPerVpc" }, finding: { ...finding, kind: "maxPerVpc" }, isAbout: true },
  { sentence: "another kind: not", change: { subject: ORDERS, kind: "maxPerVpc" }, finding: { ...finding, kind: "other" }, isAbout: false },
  { sentence: "its stack", change: { subject: ORDERS, stacks: ["shop/dev"] }, isAbout: true },
  { sentence: "another stack: not", change: { subject: ORDERS, stacks: ["shop/prod"] }, isAbout: false },
  {
    sentence: "the same resource of another stack that a pattern includes",
    change: { subject: ORDERS.replace("dev", "test"), stacks: ["shop/prod", "shop/d*"] },
    isAbout: true,
  },
  { sentence: "a stack of another project: not", change: { subject: ORDERS, stacks: ["mail/*"] }, isAbout: false },
];

test.each(rows)("a waiver of $sentence", ({ change, finding: found = finding, stack = "shop/dev", isAbout }) => {
  expect(concerns({ ...waiver, ...change }, { policy: "eni-budget", finding: found, stack })).toBe(isAbout);
});

const stacks: readonly { sentence: string; change: Partial<Waiver>; only: string | undefined; mayApply: boolean }[] = [
  { sentence: "one stack", change: { subject: "vpc-1", stacks: ["shop/dev"] }, only: "shop/dev", mayApply: true },
  { sentence: "another stack", change: { subject: "vpc-1", stacks: ["shop/prod"] }, only: "shop/prod", mayApply: false },
  { sentence: "several stacks", change: { subject: "vpc-1", stacks: ["shop/d*"] }, only: undefined, mayApply: true },
  { sentence: "a URN", change: { subject: ORDERS }, only: "shop/dev", mayApply: true },
  { sentence: "a URN of another stack", change: { subject: ORDERS.replace("dev", "prod") }, only: "shop/prod", mayApply: false },
  { sentence: "an AWS id", change: { subject: "vpc-1" }, only: undefined, mayApply: true },
  { sentence: "a pattern of every stack", change: { pattern: "*::orders" }, only: undefined, mayApply: true },
  { sentence: "a pattern of one stack", change: { pattern: `${PREFIX}*` }, only: "shop/dev", mayApply: true },
  { sentence: "a pattern of some stacks", change: { pattern: "urn:pulumi:p*::shop::*" }, only: undefined, mayApply: true },
];

test.each(stacks)("the stacks of a waiver for $sentence", ({ change, only, mayApply }) => {
  expect([onlyStackOf({ ...waiver, ...change }), mayApplyTo({ ...waiver, ...change }, "shop/dev")]).toEqual([only, mayApply]);
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
        const waivable: Waivable = { policy: "eni-budget", finding: { ...finding, subject } };
        const matched = concerns({ ...waiver, pattern }, waivable);
        met("the pattern matches", matched);
        met("the pattern does not match", !matched);
        expect(matched).toBe(expression.test(subject));
      },
      { numRuns: 1_000 },
    );
  });
});
