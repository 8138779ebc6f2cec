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
  /**
   * The lists that the component behind the unknown elements can hand out, such as the private and the public subnets of a VPC component. All
   * their elements are candidates. If the whole list is unknown, it is one of them. Otherwise, the holes are different elements of one of them
   * (docs/eni-model.md, assumption S, part e).
   */
  readonly oneOf?: readonly (readonly Key[])[];
  /** The one of `oneOf` that functions usually take, if one is. Without `oneOf`, the candidates that a list that is unknown as a whole usually is. */
  readonly usual?: readonly Key[];
  /** What hands out the list, such as a `SharedVpcConfig`. Lists of one origin are the same set, whatever it turns out to be. */
  readonly origin?: Key;
}

/** Why a list is opaque. */
export type Opacity = "foreign-dependency" | "inputs-not-seen";

/** A list without unknowns. */
export function knownList(keys: readonly Key[]): PartialList {
  return { known: keys, holes: 0, candidates: [] };
}
