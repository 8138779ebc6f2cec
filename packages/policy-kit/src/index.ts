export { Analysis } from "./policy/analysis";
export { assumptionsSetting } from "./settings/assumptions-setting";
export { isAwsId, securityGroupId, subnetId, vpcId } from "./configuration/aws-ids";
export {
  type Configuration,
  type Field,
  type Fields,
  integer,
  limit,
  list,
  nearest,
  oneOf,
  readConfiguration,
  share,
} from "./configuration/configuration";
export { type Context, definePolicy, type Evaluation, type Policy, type PolicyData, type PolicyDefinition } from "./policy/define-policy";
export { formerIds, withPresentIds } from "./settings/former-ids";
export {
  byHand,
  type ByHand,
  change,
  type Change,
  type Choice,
  type Fix,
  inOrder,
  namedIn,
  oneOfFixes,
  type PropertyValue,
  type Reference,
  type Step,
  type Update,
} from "./fix/fix";
export { fixText } from "./fix/fix-text";
export { inUpdates } from "./fix/in-updates";
export { type Cause, causeName, causeText, type OwnCause } from "./findings/cause";
export type { Finding, Undecided, Violation } from "./findings/finding";
export { inventorySetting } from "./settings/inventory-setting";
export { isPack } from "./pack/is-pack";
export { type Measure, measured, measuredIn, type Member, membersOf } from "./findings/measure";
export type { PackSetting } from "./settings/pack-setting";
export { initialConfiguration, type Pack, packArguments, type PackConfiguration, type PolicyConfiguration } from "./pack/policy-pack";
export { defineRemediation, type RemediationDefinition, type RequestedVpcConfig } from "./policy/define-remediation";
export type { Remediation, TargetVpcConfig } from "./policy/remediation";
export type { Message } from "./findings/message";
export type { Report } from "./findings/report";
export { formatReport, INTERNAL_ERROR, parseReport, type ReportText } from "./findings/report-text";
export { reportPolicy } from "./policy/report-policy";
export { jsonSchemaOf, type JsonSchema } from "./configuration/json-schema";
export { isRecord } from "./configuration/is-record";
export {
  acceptedBy,
  accepting,
  defaultOf,
  descriptionOf,
  type Schema,
  text,
  textOf,
  type ValueOf,
  wholeNumber,
} from "./configuration/schema";
export { isDay } from "./settings/day";
export { recordsIn, withRecords } from "./settings/recorded-message";
export type { StackName } from "./settings/stack-name";
export { type Waiver } from "./settings/waiver";
export type { WaiverRecord } from "./settings/waiver-record";
export { waiversSetting } from "./settings/waivers-setting";
export {
  type AssessedFinding,
  type AssessedPolicy,
  type AssessedReport,
  type Assessment,
  assessStack,
  type Unchecked,
} from "./assessment/assess-stack";
export { assemblePack, type PackOptions, PackOptionsError, problemLine } from "./pack/assemble-pack";
export { checkConfiguration } from "./pack/check-configuration";
export { type Level, levels } from "./pack/level";
export type { Problem } from "./pack/problem";
export { enabledByAll, keepDisabled } from "./pack/keep-disabled";
export { effectiveConfiguration } from "./pack/effective-configuration";
export { type PolicyReport, reportStack, reportState } from "./assessment/report-state";
export { packSettings } from "./settings/pack-settings";
export { printable, printableJson } from "@lambda-vpc/model";
