import type * as pulumi from "@pulumi/pulumi";
import { FunctionRole } from "./execution-role/function-role";
import { FunctionFileSystem } from "./file-system/function-file-system";
import { VpcFunction } from "./function/function";
import { LambdaVpc } from "./lambda-vpc/lambda-vpc";
import { Network } from "./network/network";
import { SharedVpcConfig } from "./shared-vpc-config/shared-vpc-config";
import { VersionTrimmer } from "./version-trimmer/version-trimmer";
import { VersionTrimming } from "./version-trimmer/version-trimming";

/** The constructor of a component, for a program in any language. */
export type ComponentConstructor = new (name: string, args: never, options?: pulumi.ComponentResourceOptions) => pulumi.ComponentResource;

/** Every component, by its type token. */
export const components: ReadonlyMap<string, ComponentConstructor> = new Map<string, ComponentConstructor>([
  [FunctionFileSystem.type, FunctionFileSystem],
  [FunctionRole.type, FunctionRole],
  [LambdaVpc.type, LambdaVpc],
  [Network.type, Network],
  [SharedVpcConfig.type, SharedVpcConfig],
  [VersionTrimmer.type, VersionTrimmer],
  [VersionTrimming.type, VersionTrimming],
  [VpcFunction.type, VpcFunction],
]);
