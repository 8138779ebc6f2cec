export type { SeenInventory } from "./inventory";
export { type PolicyResource, readPolicyResources, SeenInputs, type ValidatedResource } from "./policy-resources";
export { readPreviewJson } from "./preview-json";
export { readNetwork } from "./read-network";
export type { StackResource } from "./stack-resource";
export { readStateFile, type StackState } from "./state-file";
export { type UnreadableCode, UnreadableFile } from "./unreadable-file";
export { type Properties, UNKNOWN, type Value } from "./value";
