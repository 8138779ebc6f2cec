import type { AddressConsumerKind } from "../facts/address-consumer";

/** The addresses that one consumer of a kind takes in one subnet, and other facts about the kind. */
export interface AddressRule {
  /** Addresses that are in use from its creation. */
  readonly least: number;
  /** The fewest addresses that it takes in all its subnets together, if that is more than `least`. */
  readonly leastInAll?: number;
  /** The addresses to plan for, and the most that AWS documents: infinite if AWS documents no maximum. */
  readonly likely: number;
  readonly most: number;
  /** Whether it takes them in each of its subnets, or only in those that the service chooses. */
  readonly where: "each-subnet" | "some-subnets";
  /** The most addresses in addition to its first, if AWS documents it. */
  readonly mostFurther?: number;
  /** The prefix length of the smallest subnet that it may use, if not /28. */
  readonly smallestSubnet?: number;
  /** Whether its interfaces count against the ENI quota of the VPC that functions share. */
  readonly sharesEniQuota: boolean;
  /** The AWS fact that states this. */
  readonly source: string;
}

const oneEach = { least: 1, likely: 1, most: 1, where: "each-subnet", sharesEniQuota: false } as const;

/** One for each member, in subnets that the service chooses. Without a known number of members, AWS documents no maximum. */
const perMember = { least: 0, likely: 1, most: Infinity, where: "some-subnets", sharesEniQuota: false } as const;

/** The addresses that each kind of consumer needs, functions excluded. */
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
  "container-service": { ...perMember, source: "docs/aws-facts.md#ecs-task-addresses" },
  "search-domain": { ...perMember, source: "docs/aws-facts.md#search-domain-addresses" },
  "kafka-cluster": { ...perMember, source: "docs/aws-facts.md#broker-addresses" },
  cache: { ...perMember, source: "docs/aws-facts.md#cache-node-addresses" },
  other: {
    least: 0,
    likely: 1,
    most: Infinity,
    where: "some-subnets",
    sharesEniQuota: false,
    source: "AWS documents no number of addresses",
  },
};
