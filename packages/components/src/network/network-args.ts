import type * as pulumi from "@pulumi/pulumi";

/** What a network is, without what goes for all that is made. */
export interface NetworkDescription {
  /**
   * The IPv4 range that subnets are laid out in, /16 to /24: of the VPC that is made, or with `vpcId` the part of an existing VPC's range that is for
   * this network. It is cut into eight slots, one for each zone by its letter or number, so choose it well: it cannot change later.
   */
  cidrBlock?: string;
  /** An existing VPC, to make subnets in or to adopt subnets of. Without it a VPC is made. */
  vpcId?: pulumi.Input<string>;
  /** Ranges that others have of `cidrBlock`, such as the subnets that an existing VPC has already: never those of this network. */
  takenCidrBlocks?: string[];
  /** Existing subnets to adopt, 1 to 16, such as the private ones of an awsx VPC: then no subnet is made. */
  subnetIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** The IPv4 ranges of the adopted subnets: with them the plan tells whether the capacity has room. */
  subnetCidrBlocks?: string[];
  /** The route tables of the adopted subnets: gateway endpoints need them. */
  routeTableIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** The availability zones, 1 to 6, by names such as `us-east-1a` or by ids such as `use1-az1`. One may be added later anywhere in the list. */
  zones?: string[];
  /** The prefix length of each zone's first subnet, up to 28; 24 without it, or smaller subnets in a range that is smaller than /20. It cannot change later. */
  subnetPrefix?: number;
  /** What the network is to hold at its peak; more of it adds subnets and moves none. */
  capacity?: NetworkCapacity;
  /** NAT gateways, for functions that call the internet; none without it. */
  nat?: Nat;
  /** The zone of the one NAT gateway, where there are several zones: named, because one that is chosen by place would move with the list. */
  natZone?: string;
  /** The internet gateway of an existing VPC, which a NAT gateway needs. */
  internetGatewayId?: pulumi.Input<string>;
  /** Whether subnets have IPv6 ranges beside the IPv4 ones: Amazon's /56 for a VPC that is made. */
  dualStack?: boolean;
  /** The /56 of an existing VPC, for dual stack. */
  ipv6CidrBlock?: pulumi.Input<string>;
  /** Whether functions reach the internet over IPv6, without NAT; it needs `dualStack`. */
  egressOnlyInternetGateway?: boolean;
  /** Services to reach through the route tables, which costs nothing: `s3`, `dynamodb`, or whole names such as `com.amazonaws.us-east-1.s3`. */
  gatewayEndpoints?: string[];
  /** Services to reach through an interface in each zone, such as `sqs` or `com.amazonaws.us-east-1.sqs`, behind one security group for all. */
  interfaceEndpoints?: string[];
}

export interface NetworkArgs extends NetworkDescription {
  /** Tags of everything that is made. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** The Region, where it is not the provider's. */
  region?: pulumi.Input<string>;
}

/** What a network is to hold at its peak. */
export interface NetworkCapacity {
  /** Functions. Where there are fewer than sets, they cannot use more sets. */
  functions?: number;
  /** Sets of security groups that functions share, each of which costs an address in each subnet; 5 without it. */
  sets?: number;
  /** What else takes addresses in the subnets. The interface endpoints of this network count by themselves. */
  consumers?: NetworkConsumer[];
  /** Connections that the functions of one set open together at their peak: past each 65,000 Lambda adds an ENI. */
  connections?: number;
  /** The share of functions that move at once to other groups or subnets and hold old and new ENIs for a while; 1, all of them, without it. */
  changeover?: number;
  /** The share of the need to keep for what comes later; 0 without it. */
  growth?: number;
  /** The share of each subnet, and of the quota of ENIs, that stays free at the peak; 0.2 without it. */
  headroom?: number;
  /** ENIs that AWS grants the account in a VPC (quota L-9FEE3D26); 500 without it. */
  enisPerVpc?: number;
}

/** What takes addresses of subnets beside functions. */
export interface NetworkConsumer {
  /** What it is: how many addresses one takes follows from it. */
  kind: AddressConsumer;
  /** How many of them each zone holds. */
  count: number;
}

/** Kinds of what takes addresses of subnets beside functions. */
export enum AddressConsumer {
  InterfaceEndpoint = "interface-endpoint",
  ApplicationLoadBalancer = "application-load-balancer",
  NetworkLoadBalancer = "network-load-balancer",
  MountTarget = "mount-target",
  Database = "database",
  NetworkInterface = "network-interface",
  Instance = "instance",
}

/** How many NAT gateways there are. */
export enum Nat {
  /** None: functions reach the VPC, its endpoints and, with dual stack, the internet over IPv6. */
  None = "none",
  /** One for all zones: it costs least, and when its zone fails no function reaches the internet. */
  One = "one",
  /** One in each zone. */
  OnePerZone = "one-per-zone",
}
