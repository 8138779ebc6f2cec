export { type Configuration, type Field, type Fields, integer, limit, list, oneOf, readConfiguration, share } from "./configuration";
export { type Context, definePolicy, type Evaluation, type Policy, type PolicyData, type PolicyDefinition } from "./define-policy";
export type { Finding, Undecided, Violation } from "./finding";
export { type Measure, measuredIn } from "./measure";
export { type Pack, packArguments } from "./policy-pack";
export { report, type Report } from "./report";
export { type JsonSchema, listOf, optional, record, type RecordOf, type Shape, text, wholeNumber } from "./shape";
