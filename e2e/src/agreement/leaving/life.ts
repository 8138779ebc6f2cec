/** Where a function is: in one of two sets, outside of the VPC, or not in the program. */
export type Place = "a" | "b" | "outside" | "gone";

/** What a program has at one time: the place of each function, by its index. */
export type Moment = readonly Place[];

/** A program from its deployment to its destruction. */
export interface Life {
  /** Whether the network is in the program. If so, it is removed when no function is in a set, unless `keepsNetwork`. */
  readonly ownNetwork: boolean;
  readonly keepsNetwork: boolean;
  /** Whether one description has all functions, or separate components. */
  readonly together: boolean;
  /** The moments, one update after another. The destroy follows. */
  readonly moments: readonly Moment[];
}

export function isInside(place: Place): place is "a" | "b" {
  return place === "a" || place === "b";
}
