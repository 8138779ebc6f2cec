export { assessmentDocument, type AssessmentDocument, DOCUMENT_VERSION, type FindingValue } from "./document/assessment-document";
export { countOf, type CountValue } from "./document/count-value";
export { type Circumstances, describeAssessment } from "./document/describe-assessment";
export type { PlanValue, SetValue, SubnetValue, VpcValue } from "./document/plan-value";
export { readAssessment } from "./document/read-assessment";
export { type Format, type FormatName, formats, isFormatName } from "./format/formats";
export { MARKDOWN_LIMIT } from "./format/markdown-parts";
export { namesOf } from "./format/names";
export { planText, type PlanText, type Table, type VpcText } from "./format/plan-table";
export { type FormatOptions, summaryOf } from "./format/text";
export { type AssessedMoment, describeDifference } from "./difference/describe-difference";
export { differenceDocument, type DifferenceDocument, DIFFERENCE_VERSION } from "./difference/difference-document";
export {
  type DifferenceFormat,
  type DifferenceFormatName,
  differenceFormats,
  isDifferenceFormatName,
} from "./difference/difference-formats";
export { hasChange } from "./difference/difference-words";
export { AUDIT_VERSION, type AuditDocument, auditDocument } from "./audit/audit-document";
export { type AuditFormat, type AuditFormatName, auditFormats, isAuditFormatName } from "./audit/audit-formats";
export type { AuditFormatOptions } from "./audit/audit-text";
export { describeAudits } from "./audit/describe-audit";
export { deletionDocument, type DeletionDocument } from "./deletion/deletion-document";
export { deletionFormats } from "./deletion/deletion-formats";
export { describeDeletion } from "./deletion/describe-deletion";
