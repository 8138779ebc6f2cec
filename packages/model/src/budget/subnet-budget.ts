import type { AddressConsumerKind } from "../facts/address-consumer";
import type { Count } from "../count/count";
import type { Key } from "../facts/key";
import type { Knowable } from "../facts/knowable";
import type { Uncertainty } from "../count/uncertainty";

/**
 * What one subnet has and what is asked of it, in IPv4 addresses.
 *
 *     ├─ used ─────────────────────────┤
 *     ├─ combinations ─┤── consumers ──┤─ changeover ─┤─ scaling ─┤─ growth ─┤┄┄ free ┄┄│
 *     ├─ peak ────────────────────────────────────────────────────────────────┤          │
 *     ├─ usable ─────────────────────────────────────────────────────────────────────────┤
 */
export interface SubnetBudget {
  readonly subnet: Key;
  /** Its IPv4 range as written in the stack, else in the inventory. */
  readonly cidrBlock: Knowable<string>;
  /** Addresses to be had: all but the five that AWS keeps, and those that the inventory shows in use. */
  readonly usable: Knowable<number>;
  /** Addresses in use when the inventory was taken, which are not among the usable and not among the needs. */
  readonly held: number;
  /** What is asked of it, kind by kind in canonical order, without kinds that ask for nothing. */
  readonly needs: readonly AddressNeed[];
  /** Combinations and other consumers, once the stack is deployed and nothing moves. */
  readonly used: Count;
  /** With changeover, connection scaling and growth. */
  readonly peak: Count;
  /** Usable addresses that the peak leaves; below zero where it does not fit. */
  readonly free: Knowable<Count>;
  /** Prefix lengths of the smallest subnet that the peak and what is held fit. */
  readonly fitting: FittingPrefixes;
  /** The prefix length of the smallest subnet that its consumers may use whatever they need: 28, or 27 with an application load balancer. */
  readonly smallest: number;
  /** False where the subnet may hold what neither the stack nor the inventory shows: the figures are the stack's alone. */
  readonly complete: boolean;
  /** Why the figures may not be exact, with the consumers whom it concerns. */
  readonly causes: ReadonlyMap<Uncertainty, readonly Key[]>;
}

/** What asks for addresses, how many, and who they are. */
export interface AddressNeed {
  readonly kind: AddressNeedKind;
  readonly count: Count;
  /** Who causes it, for certain or perhaps. */
  readonly consumers: readonly Key[];
}

/** Combinations of functions and of connectors, other consumers, and what comes on top of them at the peak. */
export type AddressNeedKind = "combinations" | "network-connector" | AddressConsumerKind | "changeover" | "scaling" | "growth";

/** Prefix lengths, of which the smaller is the larger subnet; a bound is absent where not even a /16 has room. */
export interface FittingPrefixes {
  /** For the most that the peak may be. */
  readonly min?: number;
  readonly likely?: number;
  /** For the least that the peak may be. */
  readonly max?: number;
}
