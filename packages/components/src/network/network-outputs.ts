import type * as pulumi from "@pulumi/pulumi";

/** The outputs of a network. Lists are lists of outputs, so that a policy sees each element at preview. */
export interface NetworkOutputs {
  readonly vpcId: pulumi.Output<string>;
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  readonly firstSubnetIds: Record<string, pulumi.Output<string>>;
  readonly subnetCidrBlocks: string[];
  readonly zones: string[];
  readonly plan: pulumi.Output<NetworkSummary>;
  readonly natPublicIps: pulumi.Output<string>[];
  readonly endpointSecurityGroupId?: pulumi.Output<string>;
  readonly gatewayPrefixListIds: Record<string, pulumi.Output<string>>;
  readonly interfaceServices: string[];
}

/** What a network provides and what its capacity needs, in IPv4 addresses and ENIs. */
export interface NetworkSummary {
  /** Combinations of the sets and the subnets. Lambda creates at least this many ENIs. */
  combinations: number;
  /** ENIs while functions change their groups or subnets. */
  peakEnis: number;
  /** The ENI quota of a VPC in this account. */
  enisPerVpc: number;
  /** The subnets, in the order of `subnetIds`. Empty if the ranges of adopted subnets are not specified. */
  subnets: SubnetSummary[];
  /** The ranges that are reserved for growth, by zone. */
  reserved: ReservedRanges[];
}

/** The addresses of one subnet. */
export interface SubnetSummary {
  /** Its IPv4 range. */
  cidrBlock: string;
  /** Its Availability Zone. Absent for an adopted subnet. */
  zone?: string;
  /** All addresses except the five that AWS reserves. */
  usable: number;
  /** Addresses that the capacity needs at its peak. */
  needed: number;
  /** `usable` minus `needed`. */
  free: number;
}

/** Ranges that one zone needs to grow. */
export interface ReservedRanges {
  /** The Availability Zone. */
  zone: string;
  /** Ranges of the subnets that a greater capacity would add. Nothing else may use them. */
  cidrBlocks: string[];
}
