import type { AddressConsumerKind } from "../facts/address-consumer";

/** How many addresses one consumer of a kind takes in one subnet, and what is known beside. */
export interface AddressRule {
  /** Addresses that are in use from the day it is made. */
  readonly least: number;
  /** Addresses that it takes in all its subnets together, at least, where that is more than in each. */
  readonly leastInAll?: number;
  /** Addresses to count with, and the most that AWS names; infinite where it names none. */
  readonly likely: number;
  readonly most: number;
  /** Whether it takes them in each of its subnets, or in those of them that the service chooses. */
  readonly where: "each-subnet" | "some-subnets";
  /** The most addresses that one may have beyond its first, where that is documented. */
  readonly mostFurther?: number;
  /** The prefix length of the smallest subnet that it may use, where that is not /28. */
  readonly smallestSubnet?: number;
  /** Whether its interfaces count against the ENI quota of the VPC that functions share. */
  readonly sharesEniQuota: boolean;
  /** The AWS text that says so. */
  readonly source: string;
}

const oneEach = { least: 1, likely: 1, most: 1, where: "each-subnet", sharesEniQuota: false } as const;

/** What consumers need beside functions, kind by kind. */
export const addressNeeds: Readonly<Record<AddressConsumerKind, AddressRule>> = {
  "nat-gateway": {
    ...oneEach,
    mostFurther: 7,
    source:
      "EC2 API Reference, CreateNatGateway: a network interface in the subnet with a private address of it; VPC User Guide, amazon-vpc-limits and nat-gateway-working-with: at most 8 addresses, each Elastic IP address with a private one",
  },
  "interface-endpoint": {
    ...oneEach,
    source: "VPC User Guide, vpce-interface (AWS PrivateLink): an endpoint network interface in each subnet that you specify",
  },
  "application-load-balancer": {
    least: 1,
    likely: 8,
    most: 8,
    where: "each-subnet",
    smallestSubnet: 27,
    sharesEniQuota: false,
    source:
      "User Guide for Application Load Balancers, application-load-balancers (Subnets for your load balancer): each subnet at least /27 with at least eight free addresses, which it scales out into; no greater number is documented",
  },
  "network-load-balancer": {
    ...oneEach,
    mostFurther: 7,
    source:
      "User Guide for Network Load Balancers, availability-zones: a network interface for the subnet of each zone, which gets one IPv4 address; aws.lb.LoadBalancer, secondaryIpsAutoAssignedPerSubnet: 0 to 7 more",
  },
  "gateway-load-balancer": {
    ...oneEach,
    source:
      "User Guide for Gateway Load Balancers, gateway-load-balancers (Availability Zones): one subnet a zone; how many addresses it takes there is not said, so it counts as a network load balancer does",
  },
  "mount-target": {
    ...oneEach,
    sharesEniQuota: true,
    source:
      "EFS User Guide, manage-fs-access-create-delete-mount-targets: one mount target in one subnet of a zone, with one address; Lambda Developer Guide, gettingstarted-limits: the quota is shared with other services, such as Amazon EFS",
  },
  database: {
    least: 0,
    leastInAll: 1,
    likely: 1,
    most: 2,
    where: "some-subnets",
    sharesEniQuota: false,
    source:
      "RDS User Guide, USER_VPC.WorkingWithRDSInstanceinaVPC: RDS chooses a subnet of the group and an address in it; for each DB instance reserve at least one more address in each subnet for recovery actions",
  },
  "network-interface": {
    ...oneEach,
    source: "EC2 API Reference, CreateNetworkInterface: a primary private IPv4 address and those asked for",
  },
  instance: { ...oneEach, source: "EC2 User Guide, using-instance-addressing: a primary private IPv4 address from the subnet's range" },
  "capacity-provider": {
    least: 0,
    likely: 1,
    most: Infinity,
    where: "some-subnets",
    sharesEniQuota: false,
    source:
      "Lambda Developer Guide, lambda-managed-instances-capacity-providers: Lambda launches EC2 instances in the subnets as traffic asks for; how many addresses each takes is not documented",
  },
  other: {
    least: 0,
    likely: 1,
    most: Infinity,
    where: "some-subnets",
    sharesEniQuota: false,
    source: "nothing says how many addresses it takes, if any",
  },
};
