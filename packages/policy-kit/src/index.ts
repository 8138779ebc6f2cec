export { type Configuration, type Field, type Fields, integer, limit, oneOf, readConfiguration, share } from "./configuration";
export { type Context, definePolicy, type Evaluation, type Policy, type PolicyData, type PolicyDefinition } from "./define-policy";
export type { Finding, Undecided, Violation } from "./finding";
export { type Pack, packArguments } from "./policy-pack";
export { report, type Report } from "./report";
