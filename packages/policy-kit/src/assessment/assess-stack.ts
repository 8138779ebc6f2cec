import { compareKeys } from "@lambda-vpc/model";
import type { StackResource } from "@lambda-vpc/sources";
import type { Finding } from "../findings/finding";
import { inPrintedOrder, type Printed } from "../findings/printed-order";
import { isPolicyFindings, type PolicyFindings, type Severity } from "../findings/policy-findings";
import type { Report, ReportLevel } from "../findings/report";
import { parseReport } from "../findings/report-text";
import type { Message } from "../findings/message";
import type { Analysis } from "../policy/analysis";
import type { StackName } from "../settings/stack-name";
import { configuredRun, type EnabledEntry, reportLevel, type RunOptions } from "./configured-run";
import type { Pack } from "../pack/policy-pack";
import { decide, reportsFrom } from "../pack/stack-decisions";

/** The plan and the budgets of one stack, and what the policies of a pack find in it. Every report of a stack is a rendering of one assessment. */
export interface Assessment {
  /** Absent if the stack has no resources. */
  readonly stack?: StackName;
  readonly analysis: Analysis;
  /** The policies that are not disabled, by id. */
  readonly policies: readonly AssessedPolicy[];
  /** Every finding that no waiver tolerates, in the order in which the engine prints them. */
  readonly findings: readonly AssessedFinding[];
  /** What a person reads of the findings in a preview, and of the settings, in the order in which the engine prints it. */
  readonly reports: readonly AssessedReport[];
  /** Policies and settings that checked nothing, because they are configured wrongly or have a fault: their findings are unknown. */
  readonly unchecked: readonly Unchecked[];
  /** Writes a mark in place of each secret. Whatever of an assessment is printed must pass here. */
  readonly hide: <T extends string>(text: T) => T;
  /** The number of findings that waivers tolerate. */
  readonly waived: number;
}

/** A policy, and the level at which it reports. */
export interface AssessedPolicy {
  readonly policy: string;
  readonly title: string;
  readonly severity: Severity;
  readonly level: ReportLevel;
}

/** One finding, and how it is reported. */
export interface AssessedFinding extends Required<Printed> {
  readonly finding: Finding;
}

/** One entry of the policy section of a preview. */
export interface AssessedReport extends Printed {
  readonly message: Message;
}

export interface Unchecked {
  readonly policy: string;
  readonly reason: "misconfigured" | "internal-error";
  readonly message: Message;
}

/**
 * Assesses the resources of a stack with a pack, as the engine would at a preview. Laws: the findings are those of the engine's run of the pack with
 * the same configuration; order of the resources never matters.
 */
export function assessStack(pack: Pack, resources: readonly StackResource[], options: Omit<RunOptions, "reader">): Assessment {
  const { run, enabled, secrets } = configuredRun(pack, resources, { ...options, reader: "person" });
  const decided = new Map(enabled.map(({ entry, keys }) => [entry, decide(entry, run, keys)]));
  const messages = reportsFrom(decided, run);
  const entries = enabled.map((one) => ({ ...about(one), reports: messages.get(one.entry) ?? [], decided: decided.get(one.entry) ?? [] }));
  const findings = entries.flatMap(({ decided: own, ...entry }) => (isPolicyFindings(own) ? findingsOf(entry, own) : []));
  const reports = entries.flatMap(({ policy, severity, level, reports: own }) =>
    own.map((report) => ({ report, printed: printedReport({ policy, severity, level }, report) })),
  );
  const urns = secrets.isEmpty ? [] : resources.map(({ urn }) => urn);
  return {
    hide: (text) => secrets.hide(text, urns),
    ...(run.stack === undefined ? {} : { stack: run.stack }),
    analysis: run.analysis,
    policies: enabled
      .filter(({ entry }) => pack.policies.some(({ id }) => id === entry.about.id))
      .map(about)
      .sort((left, right) => compareKeys(left.policy, right.policy)),
    findings: findings.sort(inPrintedOrder),
    reports: reports.map(({ printed }) => printed).sort(inPrintedOrder),
    unchecked: reports.flatMap(({ report: { checkedNothing, message }, printed: { policy } }): Unchecked[] => {
      if (isInternalError(message)) return [{ policy, reason: "internal-error", message }];
      return checkedNothing === true ? [{ policy, reason: "misconfigured", message }] : [];
    }),
    waived: run.findings.length - findings.length,
  };
}

function about({ entry, level }: EnabledEntry): AssessedPolicy {
  const { id, title, severity } = entry.about;
  return { policy: id, title, severity, level: reportLevel(level) };
}

/** A report without its own level has that of its policy. */
function printedReport({ policy, severity, level: ofPolicy }: About, { subject, message, level = ofPolicy }: Report): AssessedReport {
  return { policy, severity, level, message, ...(subject === undefined ? {} : { subject }) };
}

type About = Pick<AssessedFinding, "policy" | "severity" | "level">;

function findingsOf(
  { policy, severity, level }: About,
  { violations, undecided, onUndecided }: PolicyFindings,
): readonly AssessedFinding[] {
  const at = (finding: Finding, own: ReportLevel): AssessedFinding => ({ policy, severity, level: own, subject: finding.subject, finding });
  return [
    ...violations.map((violation) => at(violation, violation.verdict === "warning" ? "advisory" : level)),
    ...undecided.map((one) => at(one, onUndecided)),
  ];
}

function isInternalError(message: Message): boolean {
  return parseReport(message).kind === "internal-error";
}
