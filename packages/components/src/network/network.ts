import * as pulumi from "@pulumi/pulumi";
import { checkedId } from "../arguments/checked-ids";
import { adoptNetwork } from "./adopted-network";
import { ChildSettings } from "./child-settings";
import { createNetwork } from "./created-network";
import type { ExistingNetwork } from "./existing-network";
import type { NetworkArgs } from "./network-args";
import { capacityOf } from "./network-capacity";
import { factsOfDescription } from "./network-facts";
import { validateNetworkArgs } from "./validate-network-args";
import type { NetworkOutputs, NetworkSummary } from "./network-outputs";

/**
 * Subnets for functions, sized for a capacity, in 1 to 6 Availability Zones: in a new VPC, in an existing one, or adopted. A zone, set or
 * function that is added later moves no subnet: each zone has its own part of the range, and a greater capacity adds subnets next to the
 * existing ones.
 *
 * ```ts
 * const network = new Network("main", { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1b"], capacity: { functions: 40, sets: 2 } });
 * const shared = new SharedVpcConfig("internal", { vpcId: network.vpcId, subnetIds: network.subnetIds });
 * ```
 *
 * Throws a `pulumi.RunError` that names the argument, the problem and the fix: for a capacity that does not fit, and for arguments that
 * contradict each other.
 */
export class Network extends pulumi.ComponentResource implements ExistingNetwork {
  public static readonly type = "lambda-vpc:index:Network";

  /** The VPC. */
  public readonly vpcId: pulumi.Output<string>;
  /** The subnets for functions, ordered by zone. */
  public readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * The first subnet of each zone, by zone: for what has one interface in each zone, such as the mount targets of a file system. Empty if
   * subnets are adopted.
   */
  public readonly firstSubnetIds: Record<string, pulumi.Output<string>>;
  /** The IPv4 ranges of the subnets, in the order of `subnetIds`. */
  public readonly subnetCidrBlocks: string[];
  /** The Availability Zones. Empty if subnets are adopted. */
  public readonly zones: string[];
  /** The addresses that the subnets provide and the capacity needs, and the ranges reserved for growth. */
  public readonly plan: pulumi.Output<NetworkSummary>;
  /** The public addresses of the NAT gateways, which are the source addresses of calls to the internet. */
  public readonly natPublicIps: pulumi.Input<pulumi.Input<string>[]>;
  /** The security group of the interface endpoints, if there are any. Functions reach it on port 443. */
  public readonly endpointSecurityGroupId?: pulumi.Output<string>;
  /** The prefix lists of the gateway endpoints, by service, such as `s3`. Functions reach them on port 443. */
  public readonly gatewayPrefixListIds: Record<string, pulumi.Output<string>>;
  /** The services of the interface endpoints by their short names, such as `sqs`. */
  public readonly interfaceServices: string[];
  /** Whether the subnets have IPv6 ranges. */
  public readonly dualStack: boolean;
  /** Whether the subnets have a route to the internet over IPv4. Absent if subnets are adopted. */
  public readonly internet?: boolean;
  /** Whether the subnets have a route to the internet over IPv6. Absent if subnets are adopted. */
  public readonly internetIpv6?: boolean;
  /** The security-group sets that the capacity provides for. */
  public readonly plannedSets: number;

  constructor(name: string, args: NetworkArgs, options?: pulumi.ComponentResourceOptions) {
    super(Network.type, name, args, options);
    validateNetworkArgs(name, args);
    const child = new ChildSettings(name, this, args);
    const vpc = args.vpcId === undefined ? {} : { vpcId: checkedId(`${name}.vpcId`, args.vpcId) };
    const { vpcId = "", subnetIds, ...others } = { ...args, ...vpc };
    const outputs: NetworkOutputs =
      subnetIds === undefined ? createNetwork(child, { ...others, ...vpc }) : adoptNetwork(child, others, vpcId, subnetIds);
    this.vpcId = outputs.vpcId;
    this.subnetIds = outputs.subnetIds;
    this.firstSubnetIds = outputs.firstSubnetIds;
    this.subnetCidrBlocks = outputs.subnetCidrBlocks;
    this.zones = outputs.zones;
    this.plan = outputs.plan;
    this.natPublicIps = outputs.natPublicIps;
    this.gatewayPrefixListIds = outputs.gatewayPrefixListIds;
    this.interfaceServices = outputs.interfaceServices;
    if (outputs.endpointSecurityGroupId !== undefined) this.endpointSecurityGroupId = outputs.endpointSecurityGroupId;
    this.dualStack = args.dualStack ?? false;
    this.plannedSets = capacityOf(`${name}.capacity`, args.capacity).sets;
    const { internet, internetIpv6 } = factsOfDescription(args);
    if (internet !== undefined) this.internet = internet;
    if (internetIpv6 !== undefined) this.internetIpv6 = internetIpv6;
    const { dualStack, plannedSets } = this;
    this.registerOutputs({ ...outputs, dualStack, plannedSets, internet, internetIpv6 });
  }
}
