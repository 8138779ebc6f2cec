export { Network } from "./network";
export { AddressConsumer, Nat, type NetworkArgs, type NetworkCapacity, type NetworkConsumer } from "./network-args";
export type { NetworkSummary, SubnetSummary, ZoneRoom } from "./network-outputs";
export { VpcFunction, type QuickDeletionArgs, type VpcFunctionArgs } from "./function";
export type { FunctionSettings } from "./function-settings";
export type { LogArgs } from "./log-args";
export type { PermissionArgs, PermissionConditionArgs } from "./permission-args";
export type { ReachArgs } from "./reach";
export { SharedVpcConfig, type SharedVpcConfigArgs, type VpcConfig } from "./shared-vpc-config";
