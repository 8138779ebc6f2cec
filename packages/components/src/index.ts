export { LambdaVpc } from "./lambda-vpc";
export type { FunctionInSetArgs, FunctionSetArgs, LambdaVpcArgs } from "./lambda-vpc-args";
export type { AddressSummary, LambdaVpcSummary } from "./lambda-vpc-summary";
export { Network } from "./network";
export {
  AddressConsumer,
  Nat,
  type NetworkArgs,
  type NetworkCapacity,
  type NetworkConsumer,
  type NetworkDescription,
} from "./network-args";
export type { NetworkSummary, SubnetSummary, ZoneRoom } from "./network-outputs";
export { VpcFunction, type FunctionDescription, type QuickDeletionArgs, type VpcFunctionArgs } from "./function";
export type { FunctionSettings } from "./function-settings";
export type { LogArgs } from "./log-args";
export { type ArgsOf, overriding, type ResourceClass } from "./overriding";
export type { PermissionArgs, PermissionConditionArgs } from "./permission-args";
export type { ReachArgs } from "./reach";
export { SharedVpcConfig, type SharedVpcConfigArgs, type VpcConfig } from "./shared-vpc-config";
export { VersionTrimmer, type VersionTrimmerArgs } from "./version-trimmer";
export type { TrimmerArgs, TrimmingArgs } from "./version-trimming";
