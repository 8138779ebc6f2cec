export type { ReachArgs } from "./reach";
export { SharedVpcConfig, type SharedVpcConfigArgs, type VpcConfig } from "./shared-vpc-config";
