import { expect } from "@jest/globals";
import type { Policy } from "@lambda-vpc/policy-kit";
import { linesText, mismatch } from "./judgement/expectations";
import { runPolicy, type Line, type RowConfiguration } from "./judgement/run-policy";
import type { Expectation } from "./judgement/row";
import { previewOf, type Stack } from "./program/stack";

/**
 * What a policy prints at the preview of a stack, for tests that are no table. Importing this module teaches `expect` two matchers for it:
 *
 * ```ts
 * expect(findingsOf(shareSecurityGroups, shop)).toBeClean();
 * expect(findingsOf(shareSecurityGroups, shop, { config: { maxSetsPerVpc: 1 } })).toFind({ verdict: "violation", about: main, says: ["2 sets"] });
 * ```
 */
export function findingsOf(policy: Policy, stack: Stack, configuration: RowConfiguration = {}): readonly Line[] {
  return runPolicy(policy, previewOf(stack), configuration);
}

expect.extend({
  toBeClean: (received) => {
    const lines = asLines(received);
    return {
      pass: lines.length === 0,
      message: () => `expected the policy ${lines.length === 0 ? "to find something" : "to be content"}, found ${linesText(lines)}`,
    };
  },
  toFind: (received, expected: Expectation) => {
    const lines = asLines(received);
    const found = lines.find((line) => mismatch([expected], [line]) === undefined);
    return {
      pass: found !== undefined,
      message: () => (found === undefined ? (mismatch([expected], lines) ?? "") : `expected no such finding, found ${linesText([found])}`),
    };
  },
});

/** @throws TypeError where something else than what `findingsOf` returns is matched. */
function asLines(received: unknown): readonly Line[] {
  if (Array.isArray(received)) return received as readonly Line[];
  throw new TypeError("toBeClean and toFind match what findingsOf(policy, stack) returns");
}

declare module "expect" {
  interface Matchers<R> {
    /** The policy prints nothing. */
    toBeClean(): R;
    /** The policy prints such a line, among others perhaps. */
    toFind(expected: Expectation): R;
  }
}
