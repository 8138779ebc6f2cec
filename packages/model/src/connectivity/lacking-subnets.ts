import type { Selection } from "../selections/selection";
import type { Uncertainty } from "../count/uncertainty";
import type { Key } from "../facts/key";
import type { Certainty } from "./outbound-reach";

/** The subnets of a function that lack something, such as a route. */
export interface LackingSubnets {
  /** Those that it certainly uses. */
  readonly certain: readonly Key[];
  /** The least number of them: greater than that of `certain` if the function uses some of several. */
  readonly least: number;
  /** All that it may use. */
  readonly possible: readonly Key[];
  /** Why it is uncertain whether it uses any. Absent if it is certain. */
  readonly cause?: Uncertainty;
}

/**
 * The subnets of `selection` that lack something, by `has`; `why` is the cause where `has` does not know it. A subnet that `has` does not list counts as one
 * that has it. If the list is one of the lists of a component, and some of them lack nothing, the cause is left out: such a list of public subnets nearly
 * always exists, so each program with the component would be uncertain.
 *
 * Laws: order and names do not matter; a subnet that turns out to have it never adds one; `certain` is part of `possible`.
 */
export function subnetsLacking(selection: Selection, has: ReadonlyMap<Key, Certainty>, why: Uncertainty): LackingSubnets {
  const { open, uncertainty, alternatives } = selection;
  const lacks = (key: Key): boolean => has.get(key) === false;
  const [certain, possible] = [selection.certain.filter(lacks), selection.possible.filter(lacks)];
  const others = open ? Infinity : selection.possible.length - possible.length;
  const least = Math.max(certain.length, selection.least - others);
  const isUnknown = selection.certain.some((key) => has.has(key) && has.get(key) === undefined);
  const mayUse = alternatives === undefined && selection.possible.some((key) => has.has(key) && has.get(key) !== true);
  const cause = least > 0 ? undefined : isUnknown ? why : mayUse ? uncertainty : undefined;
  return { certain, possible, least, ...(cause === undefined ? {} : { cause }) };
}
