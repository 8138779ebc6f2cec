import type { Selection } from "../selections/selection";
import type { Uncertainty } from "../count/uncertainty";
import type { Key } from "../facts/key";
import type { Certainty } from "./outbound-reach";

/** The groups of a function that allow none of the traffic in question, certainly or possibly. */
export interface BlockedSet {
  /** The groups that the set can consist of. */
  readonly groups: readonly Key[];
  /** Why it is uncertain. Absent if it is certain. */
  readonly cause?: Uncertainty;
}

/**
 * The set that `selection` stands for, if no group in it allows the traffic in question. One group that allows it is enough, because AWS combines the
 * rules of all groups of an interface (docs/aws-facts.md#combined-groups).
 *
 * Undefined if the set certainly contains a group that allows it, and if it contains a group that `allows` does not list: a group outside the
 * stack counts as one that allows it.
 */
export function blockedSet(selection: Selection, allows: ReadonlyMap<Key, Certainty>): BlockedSet | undefined {
  const { certain, possible, least, open, uncertainty } = selection;
  const mayBlock = (key: Key): boolean => allows.has(key) && allows.get(key) !== true;
  const groups = possible.filter(mayBlock);
  if (open || groups.length === 0 || groups.length < least || !certain.every(mayBlock)) return undefined;
  const cause =
    groups.length < possible.length ? uncertainty : groups.some((key) => allows.get(key) !== false) ? "rules-unknown" : undefined;
  return { groups, ...(cause === undefined ? {} : { cause }) };
}
