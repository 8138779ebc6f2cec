import type { Key } from "./key";
import type { Knowable } from "./knowable";
import type { PartialList } from "./partial-list";

/** A resource that takes addresses of subnets and is not a Lambda function. */
export interface AddressConsumer {
  readonly consumer: Key;
  readonly kind: AddressConsumerKind;
  /** The subnets in which it takes addresses: each of them, except for a database, whose service chooses among them. */
  readonly subnets: PartialList;
  /** Addresses that it requests in addition to its first, such as the secondary ones of a NAT gateway. None if absent. */
  readonly further?: Knowable<number>;
  /** Set while the stack is creating it: no inventory has counted its addresses as used. */
  readonly creating?: boolean;
}

/** The kinds of consumers whose need is known, and `other` for any other resource that names a subnet. */
export type AddressConsumerKind =
  | "nat-gateway"
  | "interface-endpoint"
  | "application-load-balancer"
  | "network-load-balancer"
  | "gateway-load-balancer"
  | "mount-target"
  | "database"
  | "network-interface"
  | "instance"
  | "capacity-provider"
  | "other";
