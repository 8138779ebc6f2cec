import { compareKeys, type Key } from "@lambda-vpc/model";
import type { Analysis } from "../policy/analysis";
import { problemText } from "../configuration/configuration";
import type { Policy } from "../policy/define-policy";
import type { Finding, Undecided, Violation } from "./finding";
import { measured } from "./measure";
import { undecidedLines } from "./undecided";

/** One entry of a preview's policy section. */
export interface Report {
  /** Absent where it is about the stack as a whole. */
  readonly subject?: Key;
  readonly message: string;
  /** Absent where the level that the user chose for the policy applies. */
  readonly level?: "advisory" | "mandatory";
}

/**
 * Everything a policy has to say about a stack, in canonical order. Silent where no function is in a VPC. A mistake in the configuration
 * is reported with its key, and then nothing is checked: what the user meant is not known. What is `tolerated` is left out.
 */
export function report(
  policy: Policy,
  analysis: Analysis,
  configuration: Readonly<Record<string, unknown>>,
  tolerated: (finding: Finding) => boolean = () => false,
): readonly Report[] {
  if (analysis.network.attachments.length === 0) return [];
  const evaluation = policy.evaluate(analysis, configuration);
  if (!evaluation.valid)
    return evaluation.problems.map((problem) => ({ message: `configuration of ${policy.id}: ${problemText(problem)}` }));
  const findings = evaluation.findings.filter((finding) => !tolerated(finding));
  return distinct([
    ...findings.filter(isViolation).sort(bySubject).map(reportViolation),
    ...undecidedLines(findings.filter(isUndecided).sort(bySubject)).map((line) => ({ ...line, level: evaluation.onUndecided })),
  ]);
}

/** Each thing once, however often a policy has found it. */
function distinct(reports: readonly Report[]): readonly Report[] {
  return [...new Map(reports.map((one) => [JSON.stringify([one.subject, one.message, one.level]), one])).values()];
}

function isUndecided(finding: Finding): finding is Undecided {
  return finding.verdict === "undecided";
}

function isViolation(finding: Finding): finding is Violation {
  return !isUndecided(finding);
}

function bySubject(left: Finding, right: Finding): number {
  return compareKeys(left.subject, right.subject) || compareKeys(left.what, right.what);
}

function reportViolation(finding: Violation): Report {
  const { verdict, subject, why, fix, basis } = finding;
  const lines = [measured(finding), `why: ${why}`, `do:  ${fix}`];
  if (basis === "dependencies")
    lines.push("     ids are unknown until deployed, so this counts what they depend on (docs/eni-model.md, assumption S)");
  return { subject, message: lines.join("\n"), ...(verdict === "warning" ? { level: "advisory" } : {}) };
}
