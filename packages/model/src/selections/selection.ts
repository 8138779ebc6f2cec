import type { Basis } from "../count/count";
import { type Key, keySet } from "../facts/key";
import { type Alternative, alternativesOf, mayBe, remaining } from "./alternative";
import type { PartialList } from "../facts/partial-list";
import type { Uncertainty } from "../count/uncertainty";

/**
 * What is known of the *set* that a list names. It stands for every set `s` with
 *
 *     certain ⊆ s,   s ⊆ possible (unless open),   least ≤ |s| ≤ most
 *
 * Laws: `certain ⊆ likely ⊆ possible`, `certain.length ≤ least ≤ most`; all arrays are distinct and sorted.
 */
export interface Selection {
  readonly certain: readonly Key[];
  readonly likely: readonly Key[];
  readonly possible: readonly Key[];
  readonly least: number;
  readonly most: number;
  /** Whether keys outside `possible` may be in it. */
  readonly open: boolean;
  readonly basis: Basis;
  /** Why it is not exact. Absent if it is exact. */
  readonly uncertainty?: Uncertainty;
  /** Set if the set consists of `certain` and the keys of one of these. The other fields are the bounds over all of them. */
  readonly alternatives?: readonly Alternative[];
  /** What hands out the list. Selections of one origin stand for the same set. */
  readonly origin?: Key;
}

/** Whether the selection stands for one set only. */
export function isExactSelection(selection: Selection): boolean {
  return selection.uncertainty === undefined;
}

/**
 * Reads a partial list under assumption S (docs/eni-model.md). `limit` is the most elements that AWS accepts. `unlikely` are candidates that a
 * function rarely uses, such as public subnets: they are omitted from `likely` if other candidates remain.
 */
export function select(list: PartialList, limit: number, unlikely: ReadonlySet<Key> = new Set()): Selection {
  const selection = selectAnonymously(list, limit, unlikely);
  return list.origin === undefined ? selection : { ...selection, origin: list.origin };
}

function selectAnonymously(list: PartialList, limit: number, unlikely: ReadonlySet<Key>): Selection {
  const known = keySet(list.known);
  if (list.holes === 0) return exactSelection(known, list.assumed === true ? "dependencies" : "known");
  const candidates = keySet(list.candidates).filter((key) => !known.includes(key));
  if (list.opaque !== undefined) return opaque(known, candidates, list.holes, limit, list.opaque);
  if (list.holes === candidates.length) return exactSelection(keySet([...known, ...candidates]), "dependencies");
  const alternatives = alternativesOf(list.oneOf ?? [], known, list.holes, limit);
  if (alternatives.length > 0) return selectOneOf(known, alternatives, { usual: list.usual, unlikely });
  if (candidates.length === 0) return opaque(known, [], list.holes, limit, "no-candidates");
  if (list.holes === "unknown") return anyOf(candidates, limit, list.usual ?? plausible(candidates, unlikely));
  if (list.holes > candidates.length) return opaque(known, candidates, list.holes, limit, "more-unknown-than-candidates");
  return someOf(known, candidates, list.holes, unlikely);
}

/** The selection that stands for the one set `keys`, which must be distinct and sorted. */
export function exactSelection(keys: readonly Key[], basis: Basis): Selection {
  return { certain: keys, likely: keys, possible: keys, least: keys.length, most: keys.length, open: false, basis };
}

/** Whether the selection may stand for the set `keys`, which must be distinct. */
export function mayStandFor({ certain, possible, least, most, open, alternatives }: Selection, keys: readonly Key[]): boolean {
  const fits = keys.length >= least && keys.length <= most;
  if (!fits || !certain.every((key) => keys.includes(key))) return false;
  const rest = keys.filter((key) => !certain.includes(key));
  if (alternatives !== undefined) return alternatives.some((one) => mayBe(one, rest));
  return open || rest.every((key) => possible.includes(key));
}

/** Whether a list may contain other resources of this stack than its candidates. A list that depends on nothing of this stack cannot. */
export function mayContainOthers({ open, uncertainty }: Selection): boolean {
  return open && uncertainty !== "no-candidates";
}

/** The selection without `removed`. Law: if it stands for a set `s`, the result stands for `s` without `removed`. */
export function without(selection: Selection, removed: ReadonlySet<Key>): Selection {
  const rest = (keys: readonly Key[]): readonly Key[] => keys.filter((key) => !removed.has(key));
  const [certain, likely, possible] = [rest(selection.certain), rest(selection.likely), rest(selection.possible)];
  const [removedCertain, removedPossible] = [selection.certain.length - certain.length, selection.possible.length - possible.length];
  const least = Math.max(certain.length, selection.least - (selection.open ? removed.size : removedPossible));
  const most = selection.most - removedCertain;
  const rests = selection.alternatives?.map((one) => remaining(one, removed));
  return {
    ...selection,
    certain,
    likely,
    possible,
    least: rests === undefined ? least : certain.length + Math.min(...rests.map((one) => one.least)),
    most:
      rests === undefined
        ? selection.open
          ? most
          : Math.min(most, possible.length)
        : certain.length + Math.max(...rests.map((one) => one.most)),
    ...(rests === undefined ? {} : { alternatives: rests }),
  };
}

/**
 * The known elements and one of the alternatives, likely the usual one. If none is usual, likely the one without unlikely keys, if there is only
 * one such.
 */
function selectOneOf(
  known: readonly Key[],
  alternatives: readonly Alternative[],
  { usual = [], unlikely }: { readonly usual: readonly Key[] | undefined; readonly unlikely: ReadonlySet<Key> },
): Selection {
  const [only, ...others] = alternatives;
  if (only !== undefined && others.length === 0 && only.least === only.keys.length)
    return exactSelection(keySet([...known, ...only.keys]), "dependencies");
  const usualKeys = new Set(usual);
  const plausibleOnes = alternatives.filter(({ keys }) => !keys.some((key) => unlikely.has(key)));
  const [likely] =
    [alternatives.filter(({ keys }) => keys.every((key) => usualKeys.has(key))), plausibleOnes].find(({ length }) => length === 1) ?? [];
  const common = (only?.keys ?? []).filter((key) => alternatives.every(({ keys, least }) => keys.includes(key) && least === keys.length));
  return {
    certain: keySet([...known, ...common]),
    likely: keySet([...known, ...common, ...(likely !== undefined && likely.least === likely.keys.length ? likely.keys : [])]),
    possible: keySet([...known, ...alternatives.flatMap(({ keys }) => keys)]),
    least: known.length + Math.min(...alternatives.map(({ least }) => least)),
    most: known.length + Math.max(...alternatives.map(({ most }) => most)),
    open: false,
    basis: "dependencies",
    uncertainty: "one-of-lists",
    alternatives: alternatives.map((one) => remaining(one, new Set(common))),
  };
}

/** A completely unknown list: at least one of the candidates, likely `likely`. */
function anyOf(candidates: readonly Key[], limit: number, likely: readonly Key[]): Selection {
  if (candidates.length === 1) return exactSelection(candidates, "dependencies");
  return {
    certain: [],
    likely: keySet(likely),
    possible: candidates,
    least: 1,
    most: Math.min(candidates.length, limit),
    open: false,
    basis: "dependencies",
    uncertainty: "list-unknown",
  };
}

/** A known number of elements out of more candidates. No candidate is more likely than another, because figures must not depend on names. */
function someOf(known: readonly Key[], candidates: readonly Key[], holes: number, unlikely: ReadonlySet<Key>): Selection {
  const size = known.length + holes;
  const preferred = plausible(candidates, unlikely);
  const pool = preferred.length >= holes ? preferred : candidates;
  return {
    certain: known,
    likely: pool.length === holes ? keySet([...known, ...pool]) : known,
    possible: keySet([...known, ...candidates]),
    least: size,
    most: size,
    open: false,
    basis: "dependencies",
    uncertainty: "part-of-candidates",
  };
}

/** The list depends on another resource: its known elements are certain, and only its length or the limit of the API bounds the rest. */
function opaque(known: readonly Key[], candidates: readonly Key[], holes: number | "unknown", limit: number, why: Uncertainty): Selection {
  const length = holes === "unknown" ? limit : known.length + holes;
  return {
    certain: known,
    likely: known,
    possible: keySet([...known, ...candidates]),
    least: Math.max(1, known.length),
    most: Math.max(Math.min(length, limit), known.length),
    open: true,
    basis: "dependencies",
    uncertainty: why,
  };
}

function plausible(candidates: readonly Key[], unlikely: ReadonlySet<Key>): readonly Key[] {
  const rest = candidates.filter((key) => !unlikely.has(key));
  return rest.length > 0 ? rest : candidates;
}
