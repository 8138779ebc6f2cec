import type { AddressConsumerKind } from "../facts/address-consumer";

/** What a network must hold at its peak. Law: a greater capacity never needs fewer subnets. */
export interface Capacity {
  /** Security-group sets in use. Each costs one combination per subnet. */
  readonly sets: number;
  /** Connections that the functions of one set open together at their peak. One zone must carry all of them if the others fail. */
  readonly connections: number;
  /** The other consumers of addresses in each zone. */
  readonly consumers: readonly ConsumerCount[];
  /** The share of the combinations whose old ENIs may still exist while functions move. */
  readonly changeover: number;
  /** The share of the need that is reserved for growth. */
  readonly growth: number;
  /** The share of each subnet and of the ENI quota that stays free at the peak. */
  readonly headroom: number;
  /** ENIs per VPC that AWS grants the account. */
  readonly enisPerVpc: number;
}

export interface ConsumerCount {
  readonly kind: AddressConsumerKind;
  /** The number of them in each zone. */
  readonly count: number;
  /** Set if they must be in the zone's first subnet, even if it is full. Otherwise they are placed where enough addresses are free. */
  readonly inFirst?: boolean;
}
