import type { AddressConsumerKind } from "../facts/address-consumer";

/** What a network is to hold at its peak. More of anything never needs fewer subnets. */
export interface Capacity {
  /** Sets of security groups that are in use: each costs one combination a subnet. */
  readonly sets: number;
  /** Connections that the functions of one set open together at their peak. One zone must bear them all when the others fail. */
  readonly connections: number;
  /** What else takes addresses in each zone. */
  readonly consumers: readonly ConsumerCount[];
  /** The share of the combinations that may have an old twin while functions move. */
  readonly changeover: number;
  /** The share of the need that is kept for what comes later. */
  readonly growth: number;
  /** The share of each subnet that stays free at the peak, and of the quota. */
  readonly headroom: number;
  /** ENIs per VPC that AWS grants the account. */
  readonly enisPerVpc: number;
}

export interface ConsumerCount {
  readonly kind: AddressConsumerKind;
  /** How many of them each zone holds. */
  readonly count: number;
  /** Set where they lie in the zone's first subnet, however full it is; else they lie where there is room. */
  readonly inFirst?: boolean;
}
