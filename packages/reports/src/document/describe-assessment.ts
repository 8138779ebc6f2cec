import { type Key, namedLines } from "@lambda-vpc/model";
import { type AssessedFinding, type Assessment, causeName, causeText, fixText, measured } from "@lambda-vpc/policy-kit";
import type { SourcePosition } from "@lambda-vpc/sources";
import { type AssessmentDocument, DOCUMENT_VERSION, type FindingValue } from "./assessment-document";
import { valueOf } from "./count-value";
import { describePlan } from "./describe-plan";
import { distinctFingerprints } from "./fingerprint";
import { mapTexts } from "./map-texts";

/** What an assessment does not contain and a report states. */
export interface Circumstances {
  /** The version of this release. */
  readonly version: string;
  /** Where the program creates its resources, if the input states it. */
  readonly positions?: ReadonlyMap<Key, SourcePosition>;
}

/**
 * An assessment as plain data, in canonical order. All formats render it, so their numbers agree. The plan is described when a format first reads it: findings
 * alone do not need it, and describing it counts everything again after merging.
 */
export function describeAssessment(assessment: Assessment, { version, positions = new Map() }: Circumstances): AssessmentDocument {
  const { stack = null, analysis, policies, findings, reports, unchecked, waived, hide } = assessment;
  let plan: AssessmentDocument["plan"] | undefined;
  const { changeover, growth, enisPerVpc } = analysis.assumptions;
  const fingerprints = distinctFingerprints(findings);
  const number = (verdict: FindingValue["verdict"]): number => findings.filter(({ finding }) => finding.verdict === verdict).length;
  const mandatory = findings.filter(({ level }) => level === "mandatory").length;
  const texts = mapTexts(
    {
      findings: findings.map((finding, index) => ({
        ...describeFinding(finding),
        position: positions.get(finding.subject) ?? null,
        fingerprint: fingerprints[index] ?? "",
      })),
      reports: reports.map(({ subject = null, ...report }) => ({ ...report, subject })),
    },
    hide,
  );
  return {
    format: "lambda-vpc-assessment",
    version: DOCUMENT_VERSION,
    tool: { name: "lambda-vpc", version },
    stack,
    assumptions: { changeover, growth, enisPerVpc },
    get plan() {
      return (plan ??= mapTexts(describePlan(analysis), hide));
    },
    policies: policies.map((policy) => ({ ...policy })),
    summary: {
      mandatory,
      advisory: findings.length - mandatory,
      violations: number("violation"),
      warnings: number("warning"),
      undecided: number("undecided"),
      waived,
    },
    findings: texts.findings,
    reports: texts.reports,
    unchecked: unchecked.map((one) => ({ ...one })),
  };
}

function describeFinding({ policy, severity, level, finding }: AssessedFinding): Omit<FindingValue, "position" | "fingerprint"> {
  const { verdict, subject, about = [], measure } = finding;
  const causes = verdict === "undecided" ? [...finding.causes.keys()] : [];
  const texts = verdict === "undecided" ? causes.map(causeText) : [{ why: finding.why, fix: fixText(finding.fix) }];
  return {
    ...{ policy, severity, level, verdict, subject },
    about: [...about],
    ...names({ what: [measured(finding)], why: texts.map(({ why }) => why), fix: texts.map(({ fix }) => fix) }),
    causes: causes.map(causeName),
    measure:
      measure === undefined
        ? null
        : { count: valueOf(measure.count), noun: measure.noun, limit: measure.atMost ?? measure.atLeast ?? null },
  };
}

/** The texts with the names of resources written, which differ over all of them. */
function names({ what, why, fix }: { readonly what: readonly string[]; readonly why: readonly string[]; readonly fix: readonly string[] }) {
  const lines = namedLines([...what, ...why, ...fix]);
  const [first = "", ...rest] = lines;
  return { what: first, why: rest.slice(0, why.length), fix: rest.slice(why.length) };
}
