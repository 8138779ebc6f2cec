import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { FunctionDescription } from "../function/function";
import type { NetworkDescription } from "../network/network-args";
import type { ReachArgs } from "../shared-vpc-config/reach";

export interface LambdaVpcArgs {
  /** The network. Its capacity is that of the sets and functions here, where it does not say more. */
  network: NetworkDescription;
  /** What functions share, each by a name of yours such as `database` or `internet`: one security group for all that may reach the same. */
  sets: Record<string, FunctionSetArgs>;
  /** The functions, by name. One more in a set that others use costs no further ENI. */
  functions?: Record<string, FunctionInSetArgs>;
  /** Tags of everything that is made; a function's own come on top. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** The Region, where it is not the provider's. */
  region?: pulumi.Input<string>;
}

/** What functions share. Its group is there as long as a function uses it. */
export interface FunctionSetArgs {
  /** What its functions may reach, each by a name of yours: nothing without it. */
  reach?: Record<string, ReachArgs>;
  /** Whether its functions reach the interface endpoints of the network. */
  endpoints?: boolean;
  /** Existing security groups to share, 1 to 5, instead of one that is made. */
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** Outbound rules of the group that is made, as the provider writes them, beside those of `reach`. */
  egress?: pulumi.Input<pulumi.Input<aws.types.input.ec2.SecurityGroupEgress>[]>;
  /** The name that it had before: with it a renamed set keeps its group. */
  formerly?: string;
}

/** A function, and what it shares with others. */
export interface FunctionInSetArgs extends FunctionDescription {
  /** The name of its set; needed where there are several. */
  set?: string;
  /** Has the function publish a version with each change, and all but so many of the newest deleted, 1 or more, but for those that an alias names. */
  keepVersions?: number;
  /** The name that it had before in `functions`: with it a renamed function is kept, with its role and log. */
  formerly?: string;
}
