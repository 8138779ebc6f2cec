import type { PossibleAliases } from "../combinations/possible-aliases";
import { type Basis, between, type Count } from "../count/count";
import { compareKeys, type Key, keySet } from "../facts/key";
import { setKey } from "../facts/security-group-set";
import type { ResolvedAttachment } from "../combinations/resolved-attachment";
import type { SubnetFacts } from "./subnet-facts";
import { keepsCoverage } from "./zone-coverage";

/** One list of subnets, and the functions that have it for certain. */
export interface UsedList {
  readonly subnets: readonly Key[];
  readonly users: readonly ResolvedAttachment[];
}

/** The subnets that remain in use, whichever functions with an exact list move. */
export interface Kept {
  readonly certain: ReadonlySet<Key>;
  readonly likely: ReadonlySet<Key>;
  /** Their representatives (`PossibleAliases.representative`). */
  readonly possible: ReadonlySet<Key>;
  /** Whether any subnet may be among them. */
  readonly open: boolean;
}

/** The subnets of functions whose list is not exact, and possibly those of `others`, which may have the set. */
export function keptAnyway(vague: readonly ResolvedAttachment[], others: readonly ResolvedAttachment[], aliases: PossibleAliases): Kept {
  const all = [...vague, ...others];
  return {
    certain: new Set(vague.flatMap(({ subnets }) => subnets.certain)),
    likely: new Set(vague.flatMap(({ subnets }) => subnets.likely)),
    possible: new Set(all.flatMap(({ subnets }) => subnets.possible.map((subnet) => aliases.representative(subnet)))),
    open: all.some(({ subnets }) => subnets.open),
  };
}

/** Which list of a set to keep, and which functions may move to it. */
export interface Choice {
  readonly lists: readonly UsedList[];
  readonly kept: Kept;
  readonly onto: UsedList;
  /** `undecided`: functions that may lose a zone also move. */
  readonly coverage: "ok" | "undecided";
  readonly facts: SubnetFacts;
  readonly aliases: PossibleAliases;
  readonly basis: Basis;
}

/** The lists that are replaced by another, and what that saves. */
export interface Move {
  readonly saved: Count;
  /** Whether all movers keep their availability zones. */
  readonly coverage: "ok" | "undecided";
  readonly onto: UsedList;
  readonly from: readonly UsedList[];
}

/** Moves every list that may move and releases a subnet by moving. Undefined if there is none. */
export function move({ lists, kept, onto, coverage, facts, aliases, basis }: Choice): Move | undefined {
  const verdicts = new Map(lists.map((list) => [list, keepsCoverage(list.subnets, onto.subnets, facts)]));
  const mayMove = (list: UsedList): boolean => verdicts.get(list) === "ok" || verdicts.get(list) === coverage;
  const staying = new Set([...onto.subnets, ...kept.certain, ...lists.filter((list) => !mayMove(list)).flatMap(({ subnets }) => subnets)]);
  const from = lists.filter((list) => mayMove(list) && !list.subnets.every((subnet) => staying.has(subnet)));
  if (from.length === 0) return undefined;
  const stayers = keySet(lists.filter((list) => !from.includes(list)).flatMap(({ subnets }) => subnets));
  return {
    onto,
    from,
    saved: saved(keySet(from.flatMap(({ subnets }) => subnets)), stayers, { kept, aliases, basis }),
    coverage: from.every((list) => verdicts.get(list) === "ok") ? "ok" : "undecided",
  };
}

/** The number of subnets that only movers use. The list that is kept is among the lists of the stayers. */
function saved(used: readonly Key[], stayers: readonly Key[], { kept, aliases, basis }: Pick<Choice, "kept" | "aliases" | "basis">): Count {
  const without = (held: ReadonlySet<Key>): number => used.filter((subnet) => !held.has(subnet) && !stayers.includes(subnet)).length;
  const stay = new Set(stayers.map((subnet) => aliases.representative(subnet)));
  const released = keySet(used.map((subnet) => aliases.representative(subnet))).filter(
    (subnet) => !stay.has(subnet) && !kept.possible.has(subnet),
  );
  return between(kept.open ? 0 : released.length, without(kept.likely), without(kept.certain), basis);
}

/** Orders by the certain saving, then the largest possible saving, then the fewest movers, then the name. */
export function bestFirst(a: Move, b: Move): number {
  const certain = ({ saved: { min }, coverage }: Move): number => (coverage === "ok" ? min : 0);
  const movers = ({ from }: Move): number => from.reduce((sum, { users }) => sum + users.length, 0);
  return (
    certain(b) - certain(a) ||
    b.saved.max - a.saved.max ||
    compareKeys(a.coverage, b.coverage) ||
    movers(a) - movers(b) ||
    compareKeys(setKey(a.onto.subnets), setKey(b.onto.subnets))
  );
}
