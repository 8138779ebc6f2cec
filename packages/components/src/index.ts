export { LambdaVpc } from "./lambda-vpc/lambda-vpc";
export type { FunctionInSetArgs, FunctionSetArgs, LambdaVpcArgs } from "./lambda-vpc/lambda-vpc-args";
export type { AddressSummary, LambdaVpcSummary } from "./lambda-vpc/lambda-vpc-summary";
export { Network } from "./network/network";
export type { ExistingNetwork } from "./network/existing-network";
export {
  AddressConsumer,
  Nat,
  type NetworkArgs,
  type NetworkCapacity,
  type NetworkConsumer,
  type NetworkDescription,
} from "./network/network-args";
export type { NetworkSummary, SubnetSummary, ReservedRanges as ZoneRoom } from "./network/network-outputs";
export { VpcFunction, type FunctionDescription, type QuickDeletionArgs, type VpcFunctionArgs } from "./function/function";
export type { FunctionSettings } from "./function/function-settings";
export type { FunctionAliasArgs } from "./alias/function-alias-args";
export { FunctionFileSystem } from "./file-system/function-file-system";
export type { FileSystemConfig, FunctionFileSystemArgs } from "./file-system/function-file-system-args";
export {
  type Consumable,
  grantConsume,
  grantInvoke,
  type GrantOptions,
  grantRead,
  grantReadWrite,
  grantSend,
  grantWrite,
  type Readable,
  type Receiver,
  type Writable,
} from "./resource-grants/grant";
export { GrantedAccess, GrantedResource, type GrantArgs } from "./grants/grant-args";
export { serviceReach } from "./lambda-vpc/service-reach";
export type { ExecutionRoleArgs } from "./execution-role/execution-role-args";
export { FunctionRole, type FunctionRoleArgs } from "./execution-role/function-role";
export type { LogArgs } from "./execution-role/log-args";
export { type ArgsOf, overriding, type ResourceClass } from "./arguments/overriding";
export type { PermissionArgs, PermissionConditionArgs } from "./execution-role/permission-args";
export type { ReachArgs } from "./shared-vpc-config/reach";
export { SharedVpcConfig, type SharedVpcConfigArgs, type VpcConfig } from "./shared-vpc-config/shared-vpc-config";
export { VersionTrimmer, type VersionTrimmerArgs } from "./version-trimmer/version-trimmer";
export { VersionTrimming, type VersionTrimmingArgs } from "./version-trimmer/version-trimming";
export type { TrimmedFunctionArgs, TrimmerArgs, TrimmingArgs } from "./version-trimmer/create-trimming";
