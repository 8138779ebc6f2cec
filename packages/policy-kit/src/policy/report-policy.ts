import { compareKeys, type Network } from "@lambda-vpc/model";
import { type KeyProblem, problemText } from "../configuration/configuration";
import { type Alike, fixOf, groupAlike, headingOf } from "../findings/alike";
import type { Finding, Undecided, Violation } from "../findings/finding";
import { fixText } from "../fix/fix-text";
import { measured } from "../findings/measure";
import type { Report } from "../findings/report";
import { formatReport } from "../findings/report-text";
import { ReportedTopics } from "../findings/reported-topics";
import { undecidedLines } from "../findings/undecided";
import type { Analysis } from "./analysis";
import type { Policy } from "./define-policy";

/**
 * Who reads the reports: `person` gets violations that are alike as one block, `program` gets each violation about its own subject
 * (docs/decisions/0020-one-block-for-one-cause.md).
 */
export type Reader = "person" | "program";

/** How a policy reports. */
export interface ReportOptions {
  /** Findings that are left out; none if not given. */
  readonly tolerated?: (finding: Finding) => boolean;
  /** What the other policies of the pack have reported of topics, which is left out too; nothing if not given. */
  readonly topics?: ReportedTopics;
  /** `program` if not given. */
  readonly reader?: Reader;
}

/**
 * Everything that a policy reports of a stack, in canonical order. Nothing if the stack does not concern it. A mistake in the configuration is reported with its
 * key, and nothing is checked: the intended configuration is unknown.
 */
export function reportPolicy(
  policy: Policy,
  analysis: Analysis,
  configuration: Readonly<Record<string, unknown>>,
  { tolerated = () => false, topics = new ReportedTopics(), reader = "program" }: ReportOptions = {},
): readonly Report[] {
  const { concerns = hasFunctionsInVpc } = policy;
  if (!concerns(analysis.network)) return [];
  const evaluation = policy.evaluate(analysis, configuration);
  if (!evaluation.ok) return evaluation.error.map((problem) => reportProblem(policy.id, problem));
  const { onUndecided } = evaluation.value;
  const [accepted, findings] = partition(evaluation.value.findings, tolerated);
  topics.accept(accepted.filter(isUndecided), onUndecided);
  const violations = findings.filter(isViolation).sort(bySubject);
  const undecided = undecidedLines(findings.filter(isUndecided).sort(bySubject), (cause, subjects) =>
    topics.report(cause, subjects, onUndecided),
  );
  return distinct([
    ...(reader === "person" ? groupAlike(violations) : violations).map(reportViolation),
    ...undecided.map((line) => ({ ...line, level: onUndecided })),
  ]);
}

/** The items for which `is` holds, and the others. */
function partition<T>(items: readonly T[], is: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  const groups = Map.groupBy(items, is);
  return [groups.get(true) ?? [], groups.get(false) ?? []];
}

/** Whether a function of the stack is in a VPC. */
export function hasFunctionsInVpc({ attachments }: Network): boolean {
  return attachments.length > 0;
}

/** Each report once, even if a policy found it several times. */
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

function reportViolation(entry: Violation | Alike): Report {
  const violation = "first" in entry ? entry.first : entry;
  const { verdict, subject, why, fix, basis } = violation;
  const text = { what: measured(violation), why, estimated: basis === "dependencies" };
  const message =
    "first" in entry
      ? formatReport({ kind: "alike", heading: headingOf(entry), fix: fixOf(entry), ...text })
      : formatReport({ kind: "violation", fix: fixText(fix), ...text });
  return { subject, message, ...(verdict === "warning" ? { level: "advisory" } : {}) };
}

/** The report of a mistake in the configuration of a policy or a setting. */
export function reportProblem(id: string, problem: KeyProblem): Report {
  return { message: formatReport({ kind: "misconfigured", policy: id, problem: problemText(problem) }) };
}
