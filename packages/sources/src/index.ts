export { type PolicyResource, readPolicyResources, SeenInputs, type ValidatedResource } from "./policy-resources";
export { readNetwork } from "./read-network";
export type { StackResource } from "./stack-resource";
export { type Properties, UNKNOWN, type Value } from "./value";
