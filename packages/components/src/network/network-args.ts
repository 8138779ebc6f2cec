import type * as pulumi from "@pulumi/pulumi";

/** The description of a network, without the arguments that apply to all resources. */
export interface NetworkDescription {
  /**
   * The IPv4 range for subnets, /16 to /24: that of the created VPC, or with `vpcId` the part of an existing VPC's range that is for this
   * network. It is divided into eight slots, one for each zone by its letter or number. It cannot change later.
   */
  cidrBlock?: string;
  /** An existing VPC to create subnets in or to adopt subnets of. By default, a VPC is created. */
  vpcId?: pulumi.Input<string>;
  /** Ranges in `cidrBlock` that are in use, such as existing subnets of the VPC. This network never uses them. */
  takenCidrBlocks?: string[];
  /** Existing subnets to adopt, 1 to 16, such as the private subnets of an awsx VPC. No subnet is then created. */
  subnetIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** The IPv4 ranges of the adopted subnets. With them, the plan checks whether the capacity fits. */
  subnetCidrBlocks?: string[];
  /** The route tables of the adopted subnets. Gateway endpoints need them. */
  routeTableIds?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * The Availability Zones, 1 to 6, by name such as `us-east-1a` or by id such as `use1-az1`. A zone can be added later at any position.
   */
  zones?: string[];
  /**
   * The prefix length of each zone's first subnet, up to 28. Default: 24, or longer in a range smaller than /20. It cannot change later.
   */
  subnetPrefix?: number;
  /** The capacity of the network at its peak. A greater capacity adds subnets and moves none. */
  capacity?: NetworkCapacity;
  /** NAT gateways, for functions that call the internet. Default: none. */
  nat?: Nat;
  /**
   * The zone of the NAT gateway with `nat: "one"`. Required if there are several zones, so that the gateway does not move when the list
   * changes.
   */
  natZone?: string;
  /** The internet gateway of an existing VPC. NAT gateways need it. */
  internetGatewayId?: pulumi.Input<string>;
  /** Whether subnets also have IPv6 ranges. A created VPC gets a /56 from Amazon. */
  dualStack?: boolean;
  /** The IPv6 range of an existing VPC, a /56. Dual stack needs it. */
  ipv6CidrBlock?: pulumi.Input<string>;
  /** Whether functions reach the internet over IPv6 without NAT. Requires `dualStack`. */
  egressOnlyInternetGateway?: boolean;
  /**
   * Services to reach through gateway endpoints, which cost nothing: `s3`, `dynamodb`, or full names such as `com.amazonaws.us-east-1.s3`.
   */
  gatewayEndpoints?: string[];
  /**
   * Services to reach through interface endpoints, one interface in each zone, such as `sqs` or `com.amazonaws.us-east-1.sqs`. All share
   * one security group.
   */
  interfaceEndpoints?: string[];
}

export interface NetworkArgs extends NetworkDescription {
  /** Tags of all resources. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** The Region. Default: that of the provider. */
  region?: pulumi.Input<string>;
}

/** The capacity of a network at its peak. */
export interface NetworkCapacity {
  /** The number of functions. It limits the number of sets in use. */
  functions?: number;
  /** The number of security-group sets that functions share. Each costs one address in each subnet. Default: 5. */
  sets?: number;
  /** Other consumers of addresses in the subnets. The interface endpoints of this network are counted automatically. */
  consumers?: NetworkConsumer[];
  /** Simultaneous connections of the functions of one set at the peak. Lambda adds an ENI for each further 65,000. */
  connections?: number;
  /** The share of functions that change groups or subnets at the same time and hold old and new ENIs meanwhile. Default: 1, all of them. */
  changeover?: number;
  /** The share of the need to add for future growth. Default: 0. */
  growth?: number;
  /** The share of each subnet, and of the ENI quota, that stays free at the peak. Default: 0.2. */
  headroom?: number;
  /** The ENI quota of a VPC in this account (L-9FEE3D26). Default: 500. */
  enisPerVpc?: number;
}

/** A consumer of subnet addresses other than functions. */
export interface NetworkConsumer {
  /** The kind of consumer. It determines how many addresses one needs. */
  kind: AddressConsumer;
  /** How many there are in each zone. */
  count: number;
}

/** Kinds of consumers of subnet addresses other than functions. */
export enum AddressConsumer {
  InterfaceEndpoint = "interface-endpoint",
  ApplicationLoadBalancer = "application-load-balancer",
  NetworkLoadBalancer = "network-load-balancer",
  MountTarget = "mount-target",
  Database = "database",
  NetworkInterface = "network-interface",
  Instance = "instance",
}

/** How many NAT gateways to create. */
export enum Nat {
  /** None. Functions reach the VPC, its endpoints and, with dual stack, the internet over IPv6. */
  None = "none",
  /** One for all zones. It costs least. When its zone fails, no function reaches the internet. */
  One = "one",
  /** One in each zone. */
  OnePerZone = "one-per-zone",
}
