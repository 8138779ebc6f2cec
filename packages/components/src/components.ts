import type * as pulumi from "@pulumi/pulumi";
import { VpcFunction } from "./function/function";
import { LambdaVpc } from "./lambda-vpc/lambda-vpc";
import { Network } from "./network/network";
import { SharedVpcConfig } from "./shared-vpc-config/shared-vpc-config";
import { VersionTrimmer } from "./version-trimmer/version-trimmer";

/** How a component is made of what a program of any language gives it. */
export type ComponentConstructor = new (name: string, args: never, options?: pulumi.ComponentResourceOptions) => pulumi.ComponentResource;

/** Every component that programs of other languages can make, under its token. */
export const components: ReadonlyMap<string, ComponentConstructor> = new Map<string, ComponentConstructor>([
  [LambdaVpc.type, LambdaVpc],
  [Network.type, Network],
  [SharedVpcConfig.type, SharedVpcConfig],
  [VersionTrimmer.type, VersionTrimmer],
  [VpcFunction.type, VpcFunction],
]);
