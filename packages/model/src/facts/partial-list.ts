import type { Key } from "./key";

/**
 * A list of subnets or security groups as a preview shows it: some elements known, some not.
 *
 *     [ subnet-a,  ?,  ? ]      known: [subnet-a]   holes: 2               candidates: the possible values of the two
 *     ?                         known: []           holes: "unknown"       candidates: the possible elements of the list
 */
export interface PartialList {
  readonly known: readonly Key[];
  /** The number of unknown elements, or `"unknown"` if the length of the list is also unknown. */
  readonly holes: number | "unknown";
  /** The resources that the unknown elements may be, according to the dependencies of the property. */
  readonly candidates: readonly Key[];
  /** Set if reading it as this list depends on assumption S: the list is the output of a `SharedVpcConfig` or `Network` component. */
  readonly assumed?: boolean;
  /** Set if the list depends on a resource that is not a candidate, so that only the limits of the API bound it. */
  readonly opaque?: Opacity;
}

/** Why a list is opaque. */
export type Opacity = "foreign-dependency" | "inputs-not-seen";

/** A list without unknowns. */
export function knownList(keys: readonly Key[]): PartialList {
  return { known: keys, holes: 0, candidates: [] };
}
