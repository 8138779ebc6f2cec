import type * as pulumi from "@pulumi/pulumi";

/** What a network hands out. Lists are lists of outputs, so that a policy sees each element at preview. */
export interface NetworkOutputs {
  readonly vpcId: pulumi.Output<string>;
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  readonly subnetCidrBlocks: string[];
  readonly zones: string[];
  readonly plan: pulumi.Output<NetworkSummary>;
  readonly natPublicIps: pulumi.Output<string>[];
  readonly endpointSecurityGroupId?: pulumi.Output<string>;
}

/** What a network has and what its capacity asks of it, in IPv4 addresses and ENIs. */
export interface NetworkSummary {
  /** Combinations that the sets hold over the subnets: at least so many ENIs. */
  combinations: number;
  /** ENIs while functions move. */
  peakEnis: number;
  /** ENIs that AWS grants the account in a VPC. */
  enisPerVpc: number;
  /** The subnets, in the order of `subnetIds`; none where adopted subnets' ranges are not given. */
  subnets: SubnetSummary[];
  /** What is left to grow into, zone by zone. */
  reserved: ReservedRanges[];
}

/** One subnet's addresses. */
export interface SubnetSummary {
  /** Its IPv4 range. */
  cidrBlock: string;
  /** Its availability zone; absent for an adopted subnet. */
  zone?: string;
  /** All but the five that AWS keeps. */
  usable: number;
  /** What the capacity asks of it at its peak. */
  needed: number;
  /** What the peak leaves. */
  free: number;
}

/** What one zone may still grow into. */
export interface ReservedRanges {
  /** The availability zone. */
  zone: string;
  /** Ranges of subnets that a greater capacity would add: nobody else may take them. */
  cidrBlocks: string[];
}
