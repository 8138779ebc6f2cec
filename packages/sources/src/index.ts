export type { SeenInventory } from "./vpc/inventory";
export { type PolicyResource, readPolicyResources, SeenInputs, type ValidatedResource } from "./views/policy-resources";
export { readPreviewJson } from "./views/preview-json";
export { readNetwork } from "./read-network";
export { networkText, prefixResource, readUpdatePrefix } from "./update-prefix";
export type { StackResource } from "./stack/stack-resource";
export { readStateFile, type StackState } from "./views/state-file";
export { type UnreadableCode, UnreadableFile } from "./views/unreadable-file";
export { type Properties, UNKNOWN, type Value } from "./stack/value";
