import type { AddressConsumerKind } from "../facts/address-consumer";
import type { Count } from "../count/count";
import type { Key } from "../facts/key";
import type { Knowable } from "../facts/knowable";
import type { Uncertainty } from "../count/uncertainty";

/**
 * The addresses that one subnet has and those that it needs, in IPv4 addresses.
 *
 *     ├─ used ─────────────────────────┤
 *     ├─ combinations ─┤── consumers ──┤─ changeover ─┤─ scaling ─┤─ growth ─┤┄┄ free ┄┄│
 *     ├─ peak ────────────────────────────────────────────────────────────────┤          │
 *     ├─ usable ─────────────────────────────────────────────────────────────────────────┤
 */
export interface SubnetBudget {
  readonly subnet: Key;
  /** Its IPv4 range as written in the stack, otherwise in the inventory. */
  readonly cidrBlock: Knowable<string>;
  /** Addresses that can be used: all except the five that AWS reserves and those in use according to the inventory. */
  readonly usable: Knowable<number>;
  /** Addresses in use when the inventory was taken. They are neither in `usable` nor in `needs`. */
  readonly held: number;
  /** The needs of each kind in canonical order, without kinds that need nothing. */
  readonly needs: readonly AddressNeed[];
  /** Combinations and address consumers after the deployment, while no function moves. */
  readonly used: Count;
  /** With changeover, connection scaling and growth. */
  readonly peak: Count;
  /** Usable addresses that the peak leaves. Negative if the peak does not fit. */
  readonly free: Knowable<Count>;
  /** Prefix lengths of the smallest subnet that holds the peak and the held addresses. */
  readonly fitting: FittingPrefixes;
  /** The prefix length of the smallest subnet that its consumers may use, regardless of their need: 28, or 27 with an application load balancer. */
  readonly smallest: number;
  /** False if resources that are neither in the stack nor in the inventory may use the subnet: the figures then cover only the stack. */
  readonly complete: boolean;
  /** Why the figures may not be exact, with the consumers affected. */
  readonly causes: ReadonlyMap<Uncertainty, readonly Key[]>;
}

/** A kind of need, its number of addresses, and its consumers. */
export interface AddressNeed {
  readonly kind: AddressNeedKind;
  readonly count: Count;
  /** The consumers that cause it, or may cause it. */
  readonly consumers: readonly Key[];
}

/** Combinations of functions and of connectors, address consumers, and the additions at the peak. */
export type AddressNeedKind = "combinations" | "network-connector" | AddressConsumerKind | "changeover" | "scaling" | "growth";

/** Prefix lengths: a smaller one is a larger subnet. A bound is absent if not even a /16 is large enough. */
export interface FittingPrefixes {
  /** For the max of the peak. */
  readonly min?: number;
  readonly likely?: number;
  /** For the min of the peak. */
  readonly max?: number;
}
