import * as pulumi from "@pulumi/pulumi";
import { adoptNetwork } from "./adopted-network";
import { ChildSettings } from "./child-settings";
import { createNetwork } from "./created-network";
import type { NetworkArgs } from "./network-args";
import { validateNetworkArgs } from "./validate-network-args";
import type { NetworkOutputs, NetworkSummary } from "./network-outputs";

/**
 * A VPC's subnets for functions, laid out from what they are to hold, over 1 to 6 availability zones: in a VPC that is made, in an existing one, or
 * adopted as they are. A zone, a set or a function that is added later moves no subnet: each zone has a part of the range for itself, and a greater
 * capacity adds subnets beside those that are there.
 *
 * ```ts
 * const network = new Network("main", { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1b"], capacity: { functions: 40, sets: 2 } });
 * const shared = new SharedVpcConfig("internal", { vpcId: network.vpcId, subnetIds: network.subnetIds });
 * ```
 *
 * Throws a `pulumi.RunError` that says what is wrong, where, and the fix: for what has no room, and for what contradicts itself.
 */
export class Network extends pulumi.ComponentResource {
  public static readonly type = "lambda-vpc:index:Network";

  /** The VPC. */
  public readonly vpcId: pulumi.Output<string>;
  /** The subnets for functions, zone by zone. */
  public readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** The IPv4 ranges of the subnets, in the order of `subnetIds`. */
  public readonly subnetCidrBlocks: string[];
  /** The availability zones; none where subnets are adopted. */
  public readonly zones: string[];
  /** What the subnets have, what the capacity asks of them, and what is left to grow into. */
  public readonly plan: pulumi.Output<NetworkSummary>;
  /** The public addresses of the NAT gateways, as which the functions call the internet. */
  public readonly natPublicIps: pulumi.Input<pulumi.Input<string>[]>;
  /** The security group of the interface endpoints, where there are some: functions reach it on port 443. */
  public readonly endpointSecurityGroupId?: pulumi.Output<string>;

  constructor(name: string, args: NetworkArgs, options?: pulumi.ComponentResourceOptions) {
    super(Network.type, name, args, options);
    validateNetworkArgs(name, args);
    const child = new ChildSettings(name, this, args);
    const { vpcId = "", subnetIds } = args;
    const outputs: NetworkOutputs = subnetIds === undefined ? createNetwork(child, args) : adoptNetwork(child, args, vpcId, subnetIds);
    this.vpcId = outputs.vpcId;
    this.subnetIds = outputs.subnetIds;
    this.subnetCidrBlocks = outputs.subnetCidrBlocks;
    this.zones = outputs.zones;
    this.plan = outputs.plan;
    this.natPublicIps = outputs.natPublicIps;
    if (outputs.endpointSecurityGroupId !== undefined) this.endpointSecurityGroupId = outputs.endpointSecurityGroupId;
    this.registerOutputs(outputs);
  }
}
