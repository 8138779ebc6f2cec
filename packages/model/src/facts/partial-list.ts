import type { Key } from "./key";

/**
 * A list of subnets or security groups as a preview shows it: some elements known, some not.
 *
 *     [ subnet-a,  ?,  ? ]      known: [subnet-a]   holes: 2               candidates: what the two may be
 *     ?                         known: []           holes: "unknown"       candidates: what the list may hold
 */
export interface PartialList {
  readonly known: readonly Key[];
  /** How many elements are unknown, or `"unknown"` where not even the length of the list is known. */
  readonly holes: number | "unknown";
  /** What the unknown elements may be, as far as the property's dependencies tell. */
  readonly candidates: readonly Key[];
  /** Set where that it is this list at all rests on assumption S: it came whole out of a shared configuration or a network of ours. */
  readonly assumed?: boolean;
  /** Set where something that names no candidate feeds the list, so that only the limits of the API bound it. */
  readonly opaque?: Opacity;
}

/** Why a list is opaque. */
export type Opacity = "foreign-dependency" | "inputs-not-seen";

/** A list without unknowns. */
export function knownList(keys: readonly Key[]): PartialList {
  return { known: keys, holes: 0, candidates: [] };
}
