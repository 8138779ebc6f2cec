import { compareKeys, type Network } from "@lambda-vpc/model";
import { type KeyProblem, problemText } from "../configuration/configuration";
import type { PolicyFindings } from "../findings/policy-findings";
import type { Finding, Undecided, Violation } from "../findings/finding";
import { distinct, type Report, type ReportLevel } from "../findings/report";
import { formatReport } from "../findings/report-text";
import { undecidedLines } from "../findings/undecided";
import { violationReport } from "../findings/violation-report";
import type { Analysis } from "./analysis";
import type { Policy } from "./define-policy";

/**
 * Who reads the reports: a `person` reads one block for each cause, a `program` reads each violation about its own subject
 * (docs/decisions/0020-one-block-for-one-cause.md).
 */
export type Reader = "person" | "program";

/** How a policy is assessed. */
export interface AssessOptions {
  /** Findings that are left out; none if not given. */
  readonly tolerated?: (finding: Finding) => boolean;
  /** Adds to a finding that is not left out what is new about it; nothing if not given. */
  readonly nameWhatIsNew?: (finding: Finding) => Finding;
  /** The level of its violations, if it is known. */
  readonly level?: ReportLevel;
}

/** What a policy found, or the reports of the mistakes in its configuration. */
export type Assessed = { readonly findings: PolicyFindings } | { readonly mistakes: readonly Report[] };

/**
 * What a policy finds in a stack. Nothing if the stack does not concern it. A mistake in the configuration is reported with its key, and nothing is checked:
 * the intended configuration is unknown.
 */
export function assessPolicy(
  policy: Policy,
  analysis: Analysis,
  configuration: Readonly<Record<string, unknown>>,
  { tolerated = () => false, nameWhatIsNew = (finding) => finding, level }: AssessOptions = {},
): Assessed {
  const { id, severity } = policy;
  const about = { policy: id, severity, ...(level === undefined ? {} : { level }) };
  if (!concernsStack(policy, analysis.network)) return { findings: { ...about, violations: [], undecided: [], onUndecided: "advisory" } };
  const evaluation = policy.evaluate(analysis, configuration);
  if (!evaluation.ok) return { mistakes: evaluation.error.map((problem) => reportProblem(id, problem)) };
  const { onUndecided } = evaluation.value;
  const findings = evaluation.value.findings.filter((finding) => !tolerated(finding)).map(nameWhatIsNew);
  return {
    findings: {
      ...about,
      violations: findings.filter(isViolation).sort(bySubject),
      undecided: findings.filter(isUndecided).sort(bySubject),
      onUndecided,
    },
  };
}

/** Everything that a policy reports of a stack to a program, in canonical order. */
export function reportPolicy(
  policy: Policy,
  analysis: Analysis,
  configuration: Readonly<Record<string, unknown>>,
  options: AssessOptions = {},
): readonly Report[] {
  const assessed = assessPolicy(policy, analysis, configuration, options);
  return "mistakes" in assessed ? distinct(assessed.mistakes) : reportFindings(assessed.findings);
}

/** What a program reads of what a policy found: each violation about its own subject, what is undecided by cause. */
export function reportFindings({ violations, undecided, onUndecided }: PolicyFindings): readonly Report[] {
  return distinct([
    ...violations.map((violation) => ({ ...violationReport(violation), findings: [violation] })),
    ...undecidedLines(undecided).map((line) => ({ ...line, level: onUndecided })),
  ]);
}

/** Whether a stack matters to the policy. */
export function concernsStack({ concerns = hasFunctionsInVpc }: Policy, network: Network): boolean {
  return concerns(network);
}

/** Whether a function of the stack is in a VPC. */
function hasFunctionsInVpc({ attachments }: Network): boolean {
  return attachments.length > 0;
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

/** The report of a mistake in the configuration of a policy or a setting. */
export function reportProblem(id: string, problem: KeyProblem): Report {
  return { message: formatReport({ kind: "misconfigured", policy: id, problem: problemText(problem) }), checkedNothing: true };
}
