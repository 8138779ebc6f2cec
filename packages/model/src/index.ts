export type { AddressConsumer, AddressConsumerKind } from "./address-consumer";
export { type Alignment, alignments, mostAlignable } from "./alignment";
export type { Assumptions, PeakConnections } from "./assumptions";
export { byExactSet, countCombinations, countSets } from "./combinations";
export {
  atMost,
  type Basis,
  between,
  type Count,
  counted,
  exactly,
  formatCount,
  formatCounted,
  isExact,
  plus,
  reduction,
  type Verdict,
} from "./count";
export type { Doubts } from "./doubts";
export { type EniPlan, planEnis, type SubnetPlan } from "./eni-plan";
export { formatRule } from "./format-rule";
export type { HeldInVpc } from "./held-in-vpc";
export type { HeldCombination, Inventory, InventorySubnet } from "./inventory";
export { compareKeys, displayName, displayNames, type Key, keySet } from "./key";
export { DEFAULT_ENIS_PER_VPC, MAX_SECURITY_GROUPS_PER_FUNCTION, MAX_SUBNETS_PER_FUNCTION } from "./lambda-limits";
export type { LambdaFunction } from "./lambda-function";
export { mergeableSets, type MergeableSets } from "./merge";
export type { Attachment, Knowable, Network, SecurityGroup, Subnet, Vpc } from "./network";
export { knownList, type Opacity, type PartialList } from "./partial-list";
export { covers, widening } from "./permission-cover";
export { canonicalPermissions } from "./permissions";
export { type Placement, placeAttachments, type VpcPlacement } from "./placement";
export type { ResolvedAttachment } from "./resolved-attachment";
export { type Peer, protocolName, type SecurityGroupRule } from "./security-group-rule";
export { isExactSelection, select, type Selection } from "./selection";
export { type InventoryContradiction, inventoryContradictions } from "./subnet-homes";
export { uncertainties, type Uncertainty } from "./uncertainty";
export type { Merge, VpcPlan } from "./vpc-plan";
export { countZones } from "./zone-count";
export type { SubnetFacts } from "./zone-coverage";
