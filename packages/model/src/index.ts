export {
  type AddressBlock,
  type BlockReading,
  compareBlocks,
  contains,
  fittingPrefixLength,
  formatAddressBlock,
  halves,
  LARGEST_BLOCK,
  overlaps,
  readAddressBlock,
  RESERVED_ADDRESSES,
  sizeOf,
  SMALLEST_BLOCK,
  usableAddresses,
} from "./address-block";
export type { AddressConsumer, AddressConsumerKind } from "./address-consumer";
export { addressNeeds, type AddressRule } from "./address-needs";
export { type AddressPlan, type Allocation, allocateSubnets, type ZoneAddresses } from "./address-plan";
export { type Alignment, alignments, mostAlignable } from "./alignment";
export type { Assumptions, PeakConnections } from "./assumptions";
export { budgetSubnets } from "./budget-subnets";
export type { Capacity, ConsumerCount } from "./capacity";
export { budgetCapacity, type PlannedSubnet } from "./capacity-budget";
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
export { freeBlocks, nextFreeBlock } from "./free-blocks";
export { formatRule } from "./format-rule";
export type { HeldInVpc } from "./held-in-vpc";
export {
  ACTIONS_TO_DENY_FUNCTION_CODE,
  type Caller,
  DELETE_INTERFACE,
  INTERFACE_ACTIONS,
  permission,
  type Permission,
} from "./interface-permissions";
export type { HeldCombination, Inventory, InventorySubnet } from "./inventory";
export { ipv6Subnet } from "./ipv6-subnet";
export { compareKeys, displayName, displayNames, type Key, keySet } from "./key";
export { CONNECTIONS_PER_ENI, DEFAULT_ENIS_PER_VPC, MAX_SECURITY_GROUPS_PER_FUNCTION, MAX_SUBNETS_PER_FUNCTION } from "./lambda-limits";
export type { FunctionScale, GroupReplacement, LambdaFunction } from "./lambda-function";
export { mergeableSets, type MergeableSets } from "./merge";
export type { Attachment, Knowable, Network, SecurityGroup, Subnet, Vpc } from "./network";
export { MOST_ZONES, type NetworkPlan, type NetworkRequest, planNetwork } from "./network-plan";
export { knownList, type Opacity, type PartialList } from "./partial-list";
export { covers, widening } from "./permission-cover";
export { canonicalPermissions } from "./permissions";
export { type Placement, placeAttachments, type VpcPlacement } from "./placement";
export type { PolicyStatement } from "./policy-statement";
export type { ResolvedAttachment } from "./resolved-attachment";
export type { PolicyText, Role, RolePolicy } from "./role";
export { type Peer, protocolName, type SecurityGroupRule } from "./security-group-rule";
export { isExactSelection, select, type Selection } from "./selection";
export { matchesPattern } from "./subject-pattern";
export type { AddressNeed, AddressNeedKind, FittingPrefixes, SubnetBudget } from "./subnet-budget";
export { type SubnetFacts, subnetFacts } from "./subnet-facts";
export { type InventoryContradiction, inventoryContradictions } from "./subnet-homes";
export { uncertainties, type Uncertainty } from "./uncertainty";
export type { Merge, VpcPlan } from "./vpc-plan";
export { countZones } from "./zone-count";
export { usualFirstSubnet } from "./zone-layout";
export type { ZonePlan } from "./zone-plan";
export { isZoneId, zoneSlot, type SlotReading, ZONE_SLOTS } from "./zone-slot";
