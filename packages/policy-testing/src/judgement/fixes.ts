import { isDeepStrictEqual } from "node:util";
import { isManaged } from "@lambda-vpc/model";
import { type Finding, namedIn, type Policy, type Violation } from "@lambda-vpc/policy-kit";
import { urnOf, type View } from "@lambda-vpc/sources/testing";
import type { Expectation } from "./row";
import { type RowConfiguration, runPolicy } from "./run-policy";

/** What is wrong with the fixes of a policy at the preview of a stack: against those that are expected, and against what holds for every fix. */
export function fixProblems(
  policy: Policy,
  view: View,
  row: RowConfiguration & { readonly finds: readonly Expectation[] },
): readonly string[] {
  const violations = violationsOf(policy, view, row);
  const urns = new Set(view.resources.map(({ urn }) => urn));
  return [...row.finds.flatMap((expected) => missing(expected, violations)), ...violations.flatMap((one) => brokenLaws(one, urns))];
}

/** The violations as data, which the SDK receives as texts. */
function violationsOf(policy: Policy, view: View, row: RowConfiguration): readonly Violation[] {
  const found: Finding[] = [];
  const recording: Policy = {
    ...policy,
    evaluate: (analysis, configuration) => {
      const evaluation = policy.evaluate(analysis, configuration);
      if (evaluation.ok) found.push(...evaluation.value.findings);
      return evaluation;
    },
  };
  runPolicy(recording, view, row);
  return found.filter((finding) => finding.verdict !== "undecided");
}

function missing({ about, fix }: Expectation, violations: readonly Violation[]): readonly string[] {
  const candidates = violations.filter(({ subject }) => about === undefined || subject === urnOf(about));
  if (fix === undefined || candidates.some((one) => isDeepStrictEqual(one.fix, fix))) return [];
  const found = candidates.map((one) => JSON.stringify(one.fix, undefined, 1)).join("\n");
  return [`Expected the fix ${JSON.stringify(fix, undefined, 1)}\nfound ${found}`];
}

/** Law: a fix names only resources of the stack and AWS ids. */
function brokenLaws({ fix }: Violation, urns: ReadonlySet<string>): readonly string[] {
  if (typeof fix === "string") return [];
  const strangers = namedIn(fix).filter((key) => isManaged(key) && !urns.has(key));
  return strangers.map((key) => `A fix names ${key}, which the stack does not have.`);
}
