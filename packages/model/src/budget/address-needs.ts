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
  /** The AWS fact that says so. */
  readonly source: string;
}

const oneEach = { least: 1, likely: 1, most: 1, where: "each-subnet", sharesEniQuota: false } as const;

/** What consumers need beside functions, kind by kind. */
export const addressNeeds: Readonly<Record<AddressConsumerKind, AddressRule>> = {
  "nat-gateway": {
    ...oneEach,
    mostFurther: 7,
    source: "docs/aws-facts.md#nat-gateway-addresses",
  },
  "interface-endpoint": {
    ...oneEach,
    source: "docs/aws-facts.md#interface-endpoint-addresses",
  },
  "application-load-balancer": {
    least: 1,
    likely: 8,
    most: 8,
    where: "each-subnet",
    smallestSubnet: 27,
    sharesEniQuota: false,
    source: "docs/aws-facts.md#application-load-balancer-addresses",
  },
  "network-load-balancer": {
    ...oneEach,
    mostFurther: 7,
    source: "docs/aws-facts.md#network-load-balancer-addresses",
  },
  "gateway-load-balancer": {
    ...oneEach,
    source: "docs/aws-facts.md#gateway-load-balancer-addresses",
  },
  "mount-target": {
    ...oneEach,
    sharesEniQuota: true,
    source: "docs/aws-facts.md#mount-target-addresses, docs/aws-facts.md#eni-quota-sharing",
  },
  database: {
    least: 0,
    leastInAll: 1,
    likely: 1,
    most: 2,
    where: "some-subnets",
    sharesEniQuota: false,
    source: "docs/aws-facts.md#database-addresses",
  },
  "network-interface": {
    ...oneEach,
    source: "docs/aws-facts.md#network-interface-addresses",
  },
  instance: { ...oneEach, source: "docs/aws-facts.md#instance-addresses" },
  "capacity-provider": {
    least: 0,
    likely: 1,
    most: Infinity,
    where: "some-subnets",
    sharesEniQuota: false,
    source: "docs/aws-facts.md#capacity-providers",
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
