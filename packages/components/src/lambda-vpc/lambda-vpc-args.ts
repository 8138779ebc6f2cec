import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { FunctionDescription } from "../function/function";
import type { ExistingNetwork } from "../network/existing-network";
import type { NetworkDescription } from "../network/network-args";
import type { ReachArgs } from "../shared-vpc-config/reach";

export interface LambdaVpcArgs {
  /** The network to make for these functions. Its capacity defaults to the number of sets and functions here. */
  network?: NetworkDescription;
  /**
   * The network to use instead, such as a `Network` of the program. What the functions need to know, such as the address of a database in
   * that network, can then be created between the two.
   */
  existingNetwork?: ExistingNetwork;
  /**
   * The sets that functions share, by name, such as `database` or `internet`. Each set is one security group for all functions that may
   * reach the same targets.
   */
  sets: Record<string, FunctionSetArgs>;
  /** The functions, by name. One more function in a used set costs no further ENI. */
  functions?: Record<string, FunctionInSetArgs>;
  /** Tags of all resources. Tags of a function override them. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** The Region. Default: that of the provider. */
  region?: pulumi.Input<string>;
}

/** A set that functions share. Its security group exists while a function uses it. */
export interface FunctionSetArgs {
  /** The targets that its functions may reach, by name. Default: none. */
  reach?: Record<string, ReachArgs>;
  /**
   * Services that its functions may reach through endpoints of the network, such as `s3` or `sqs`: the group allows the prefix list of a
   * gateway endpoint, or the group of all interface endpoints.
   */
  services?: string[];
  /** Whether its functions may reach the interface endpoints of the network. */
  endpoints?: boolean;
  /**
   * Whether its functions may reach the gateway endpoints of the network, such as `s3`, on port 443. The group then allows their prefix
   * lists.
   */
  gatewayEndpoints?: boolean;
  /** Existing security groups to share, 1 to 5. By default, one is created. */
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** Outbound rules of the created group in the format of the AWS provider, in addition to those of `reach`. */
  egress?: pulumi.Input<pulumi.Input<aws.types.input.ec2.SecurityGroupEgress>[]>;
  /** The former name of the set. A renamed set then keeps its group. */
  formerly?: string;
}

/** A function and the set that it uses. */
export interface FunctionInSetArgs extends FunctionDescription {
  /** The name of its set. Required if there are several sets. */
  set?: string;
  /**
   * Publishes a version with each change and keeps this many of the newest, 1 or more. Older versions, and versions with a group
   * or a subnet which the newest does not use, are deleted, except those that an alias names.
   */
  keepVersions?: number;
  /** The former name in `functions`. A renamed function is then kept, with its role and log. */
  formerly?: string;
}
