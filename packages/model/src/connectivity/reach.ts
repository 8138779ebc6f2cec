import type { Selection } from "../selections/selection";
import type { Uncertainty } from "../count/uncertainty";
import type { Key } from "../facts/key";
import type { Certainty } from "./outbound-reach";

/** Whether the groups of a function allow something: yes, no by the rules of the stack, or why it is uncertain. */
export type Reach = { readonly allowed: boolean } | { readonly allowed: undefined; readonly cause: Uncertainty };

/**
 * Whether the set that `selection` stands for has a group that allows something, by `allows`. A group that `allows` does not list is outside the stack: it
 * counts as one that does not, so that only the stack's own rules decide.
 */
export function reachOf({ certain, possible, open, uncertainty }: Selection, allows: ReadonlyMap<Key, Certainty>): Reach {
  const doesAllow = (key: Key): boolean => allows.get(key) === true;
  const mayAllow = possible.filter((key) => allows.has(key) && allows.get(key) !== false);
  if (certain.some(doesAllow) || (!open && possible.length > 0 && possible.every(doesAllow))) return { allowed: true };
  if (mayAllow.length === 0) return { allowed: false };
  const isUncertainList = uncertainty !== undefined && !mayAllow.some((key) => certain.includes(key));
  return { allowed: undefined, cause: isUncertainList ? uncertainty : "rules-unknown" };
}
