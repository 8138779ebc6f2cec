export type {
  AccountAlias,
  AccountFunction,
  AccountInterface,
  AccountMountTarget,
  AccountReading,
  AccountSecurityGroup,
  AccountSecurityGroupRule,
  AccountSubnet,
  AccountVersion,
  AccountVpc,
  AccountVpcConfiguration,
  ReadingGap,
  ReadingPart,
} from "./account/account-reading";
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
} from "./addresses/address-block";
export type { AddressConsumer, AddressConsumerKind, Members } from "./facts/address-consumer";
export { addressNeeds, type AddressRule } from "./budget/address-needs";
export { type Alignment, alignments } from "./alignment/alignment";
export { type PossibleSaving, possibleSavings } from "./alignment/possible-saving";
export type { Assumptions, PeakConnections } from "./facts/assumptions";
export { type BlockedSet, blockedSet } from "./connectivity/blocked-set";
export { type MountTargetCoverage, mountTargetCoverage } from "./connectivity/mount-target-coverage";
export { type Reach, reachOf } from "./connectivity/reach";
export { type LackingSubnets, subnetsLacking } from "./connectivity/lacking-subnets";
export { allowsInternet, allowsTraffic, type Certainty } from "./connectivity/outbound-reach";
export type { PartialRules } from "./facts/partial-rules";
export { budgetSubnets } from "./budget/budget-subnets";
export type { Capacity, ConsumerCount } from "./budget/capacity";
export { budgetCapacity, type PlannedSubnet } from "./budget/capacity-budget";
export { byExactSet, countCombinations, countSets } from "./combinations/combinations";
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
  weakerBasis,
} from "./count/count";
export { largest, smallest } from "./count/extremes";
export { lessShare, shareOf, shareOfCount } from "./count/share";
export { peakEnis } from "./layout/peak-enis";
export { type ComparedCounts } from "./difference/compared-counts";
export { type Lingering, type LingerReason } from "./difference/lingering";
export { type ComparedNetwork } from "./difference/moments";
export {
  type BeforeAndAfter,
  differenceOf,
  type NetworkDifference,
  type RemovedSet,
  type SubnetDifference,
  type VpcDifference,
} from "./difference/network-difference";
export { Renaming } from "./difference/renamed-attachment";
export { isExactSet, type SetChange } from "./difference/set-changes";
export type { FigureCauses } from "./combinations/causes";
export { mergedNetwork } from "./sets/merged-network";
export { planSets, type SetPlan } from "./sets/set-plan";
export { type EniPlan, planEnis, type SubnetPlan } from "./combinations/eni-plan";
export { type FunctionProfile, functionProfiles, type FunctionZones, usesZone } from "./functions/function-profile";
export { type Tags, tagOf } from "./facts/tags";
export { compareModels, compareSharing, type ModelComparison, type ModelResult, type SharingRow } from "./history/compare-models";
export { type LoadShape, loadShapes } from "./history/load";
export { LEAST_MEMORY, MOST_MEMORY, REPORTED_INTERFACE_WAIT, type Scenario } from "./history/scenario";
export type { Moment, Simulation, Summary } from "./history/simulation";
export { freeBlocks, nextFreeBlock } from "./addresses/free-blocks";
export { formatRule } from "./access/format-rule";
export type { HeldInVpc } from "./combinations/held-in-vpc";
export {
  ACTIONS_TO_DENY_FUNCTION_CODE,
  type Caller,
  DELETE_INTERFACE,
  ADDRESS_ACTIONS,
  INTERFACE_ACTIONS,
  REQUIRED_INTERFACE_ACTIONS,
  permission,
  type Permission,
} from "./access/interface-permissions";
export type { HeldCombination, Inventory, InventorySubnet } from "./facts/inventory";
export { type DestroyDepths, type InterfaceFate, interfaceFate } from "./deletion/interface-fate";
export { type DeletingRole, remainingPermission } from "./deletion/remaining-permission";
export { type LeftInterfaces, NOTHING_WAITS, type WaitDepth, waitDepth } from "./deletion/wait-depth";
export { type UntrimmedPublishers, untrimmedPublishers } from "./deletion/untrimmed-publishers";
export { type Audit, auditAccount } from "./audit/audit";
export type { AuditedCombination } from "./audit/audited-combination";
export type { AuditedInterface, InterfaceState } from "./audit/audited-interface";
export type { AuditedMerge } from "./audit/audited-merge";
export { type AuditedSubnet, LEAST_FREE_SHARE } from "./audit/audited-subnet";
export type { AuditedVpc } from "./audit/audited-vpc";
export type { DeletionStep, MovingFunction, OwnedInterface, ReferringRule } from "./audit/deletion-step";
export type { DeletionSubject } from "./audit/deletion-subject";
export { type FunctionVersions, type Holder, LATEST, versionsByFunction } from "./audit/held-combination";
export type { IdleFunctions } from "./audit/idle-function";
export { isDetached, isOfLambda, type InterfaceOwner } from "./audit/interface-owner";
export type { NamingAlias, PinnedCombination } from "./audit/pinned-combination";
export { doubtsOf, type Question, questions } from "./audit/question";
export { type CombinationShare, combinationShares, type TagShare } from "./audit/tag-share";
export { type DeletionAnswer, whatHolds } from "./audit/what-holds";
export { freedGroups } from "./combinations/freed-groups";
export { ipv6Subnet } from "./addresses/ipv6-subnet";
export { hasPublicAddress, rangesOverlap } from "./addresses/public-range";
export { compareKeys, defaultGroupKey, isManaged, type Key, keySet, subjectOf, type Urn, vpcOfDefaultGroup } from "./facts/key";
export { printable, printableJson } from "./facts/printable";
export {
  displayName,
  displayNames,
  listed,
  namedLines,
  resourceName,
  typedNames,
  typeInWords,
  withoutNames,
  writeNames,
} from "./facts/resource-name";
export {
  CONNECTIONS_PER_ENI,
  DEFAULT_ENIS_PER_VPC,
  MAX_SECURITY_GROUPS_PER_FUNCTION,
  MAX_SUBNETS_PER_FUNCTION,
  MOST_SECURITY_GROUPS_OF_CONNECTOR,
} from "./facts/lambda-limits";
export { knownAccess } from "./access/known-access";
export { listSize } from "./selections/list-size";
export type { FunctionFileSystem, FunctionScale, GroupReplacement, LambdaFunction, MountTarget } from "./facts/lambda-function";
export { mergeableSets, type MergeableSets } from "./access/merge";
export type { Knowable } from "./facts/knowable";
export type {
  Attachment,
  DeletedFirst,
  EdgeAssociation,
  FurtherRange,
  GroupAssociation,
  Network,
  SecurityGroup,
  Subnet,
  Vpc,
} from "./facts/network";
export { setKey } from "./facts/security-group-set";
export { MOST_ZONES, type NetworkPlan, type NetworkRequest, planNetwork } from "./layout/network-plan";
export { knownList, type Opacity, type PartialList } from "./facts/partial-list";
export { covers, widening } from "./access/permission-cover";
export { canonicalPermissions } from "./access/permissions";
export { type Placement, placeAttachments, type VpcPlacement } from "./combinations/placement";
export type { PolicyStatement } from "./facts/policy-statement";
export type { ResolvedAttachment } from "./combinations/resolved-attachment";
export { resolveNetwork, type ResolvedNetwork } from "./combinations/resolved-network";
export { mapReadings, type Readings, sameReadings } from "./count/readings";
export { failure, type Result, success } from "./count/result";
export type { PolicyText, Role, RolePolicy } from "./facts/role";
export { DEFAULT_OUTBOUND_PEER, type Peer, protocolName, type SecurityGroupRule } from "./facts/security-group-rule";
export type { Alternative } from "./selections/alternative";
export { exactSelection, isExactSelection, mayContainOthers, select, type Selection } from "./selections/selection";
export { matchesPattern } from "./facts/subject-pattern";
export type { AddressNeed, AddressNeedKind, FittingPrefixes, SubnetBudget } from "./budget/subnet-budget";
export { type SubnetFacts, subnetFacts } from "./alignment/subnet-facts";
export { type SubnetRequest, suitableSubnets } from "./alignment/suitable-subnets";
export { type VpcAgreement, vpcAgreement, type VpcPart } from "./combinations/vpc-agreement";
export { type InventoryContradiction, inventoryContradictions } from "./combinations/vpc-by-subnet";
export { uncertainties, type Uncertainty, type UncertaintyText } from "./count/uncertainty";
export type { Merge, VpcPlan } from "./combinations/vpc-plan";
export { countZones } from "./alignment/zone-count";
export { usualFirstSubnet } from "./layout/zone-layout";
export type { ZonePlan } from "./layout/zone-plan";
export { isZoneId, zoneSlot, type SlotReading, ZONE_SLOTS } from "./addresses/zone-slot";
