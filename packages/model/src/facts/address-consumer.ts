import type { Key } from "./key";
import type { Knowable } from "./knowable";
import type { PartialList } from "./partial-list";

/** A resource that takes addresses of subnets and is not a Lambda function. */
export interface AddressConsumer {
  readonly consumer: Key;
  readonly kind: AddressConsumerKind;
  /** The subnets in which it takes addresses: each of them, unless its service chooses among them. */
  readonly subnets: PartialList;
  /** Addresses that it requests in addition to its first, such as the secondary ones of a NAT gateway. None if absent. */
  readonly further?: Knowable<number>;
  /** What takes its addresses, if its kind has members such as tasks or nodes. */
  readonly members?: Knowable<Members>;
  /** Set while the stack is creating it: no inventory has counted its addresses as used. */
  readonly creating?: boolean;
}

/** The tasks, nodes or brokers of a consumer. Each takes one address in one of its subnets. Law: `usual ≤ most`. */
export interface Members {
  /** As many as its settings state. */
  readonly usual: number;
  /** The most at a time, for example while new members replace old ones, or after it scaled out. */
  readonly most: number;
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
  | "container-service"
  | "search-domain"
  | "kafka-cluster"
  | "cache"
  | "other";
