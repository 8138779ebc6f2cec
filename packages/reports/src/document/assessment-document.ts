import * as v from "valibot";
import { countValue } from "./count-value";
import { planValue } from "./plan-value";

const severity = v.picklist(["low", "medium", "high", "critical"]);
const level = v.picklist(["advisory", "mandatory"]);

export const policyValue = v.strictObject({ policy: v.string(), title: v.string(), severity, level });

const position = v.strictObject({ file: v.string(), line: v.number(), column: v.number() });

export const findingValue = v.strictObject({
  policy: v.string(),
  severity,
  level,
  verdict: v.picklist(["violation", "warning", "undecided"]),
  /** What the finding is reported at: a URN, or an AWS id. */
  subject: v.string(),
  /** What it is about, if that is not the subject alone. */
  about: v.array(v.string()),
  what: v.string(),
  /** Of an undecided finding, the reasons and fixes of its causes. */
  why: v.array(v.string()),
  fix: v.array(v.string()),
  causes: v.array(v.string()),
  measure: v.nullable(v.strictObject({ count: countValue, noun: v.string(), limit: v.nullable(v.number()) })),
  /** Where the program creates the subject. Null if the input does not state it. */
  position: v.nullable(position),
  /** The same in later runs, wherever the lines of the program move. */
  fingerprint: v.string(),
});

const reportValue = v.strictObject({ policy: v.string(), severity, level, subject: v.nullable(v.string()), message: v.string() });

export const uncheckedValue = v.strictObject({
  policy: v.string(),
  reason: v.picklist(["misconfigured", "internal-error"]),
  message: v.string(),
});

export const summaryValue = v.strictObject({
  mandatory: v.number(),
  advisory: v.number(),
  violations: v.number(),
  warnings: v.number(),
  undecided: v.number(),
  waived: v.number(),
});

/** The version of the format. A change that a reader of the version before cannot read raises it. Version 2 adds attachments and merged figures. */
export const DOCUMENT_VERSION = 2;

/** An assessment as plain data: what every format renders, and what the format `json` is. */
export const assessmentDocument = v.strictObject({
  format: v.literal("lambda-vpc-assessment"),
  version: v.literal(DOCUMENT_VERSION),
  tool: v.strictObject({ name: v.literal("lambda-vpc"), version: v.string() }),
  /** `PROJECT/STACK`; null if the input has no resources. */
  stack: v.nullable(v.string()),
  assumptions: v.strictObject({ changeover: v.number(), growth: v.number(), enisPerVpc: v.number() }),
  plan: planValue,
  policies: v.array(policyValue),
  summary: summaryValue,
  findings: v.array(findingValue),
  /** What a preview prints of the findings, each cause once. */
  reports: v.array(reportValue),
  /** Policies that checked nothing: their findings are unknown. */
  unchecked: v.array(uncheckedValue),
});

export type AssessmentDocument = v.InferOutput<typeof assessmentDocument>;

/** The part of a document that is about findings. */
export type FindingsDocument = Pick<AssessmentDocument, "tool" | "stack" | "policies" | "summary" | "findings"> & {
  readonly unchecked: readonly { readonly policy: string; readonly reason: string; readonly message: string }[];
};

export type FindingValue = v.InferOutput<typeof findingValue>;
