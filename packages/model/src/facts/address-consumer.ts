import type { Key } from "./key";
import type { Knowable } from "./knowable";
import type { PartialList } from "./partial-list";

/** What takes addresses of subnets beside Lambda. */
export interface AddressConsumer {
  readonly consumer: Key;
  readonly kind: AddressConsumerKind;
  /** Where it takes addresses: in each of them, but for a database, which takes them in those that the service chooses. */
  readonly subnets: PartialList;
  /** Addresses that it asks for beyond its first, such as the secondary ones of a NAT gateway; none without it. */
  readonly further?: Knowable<number>;
  /** Set while the stack is making it: an inventory cannot have counted its addresses as used. */
  readonly creating?: boolean;
}

/** The kinds of consumers whose need is known, and `other` for whatever names a subnet and says nothing of its need. */
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
