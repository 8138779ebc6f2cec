import { compareKeys, type Key, keySet } from "../facts/key";

/**
 * What a part of a set may be: at least `least` and at most `most` of `keys`.
 * Laws: `least ≤ most ≤ keys.length`; the keys are distinct and sorted.
 */
export interface Alternative {
  readonly keys: readonly Key[];
  readonly least: number;
  readonly most: number;
}

/**
 * The alternatives for the unknown elements of a list that comes from one of `lists`, in canonical order. If the number of unknown elements is
 * unknown, the list is one of `lists` as a whole. Otherwise, `holes` elements of one of them, other than the known ones. A list with more than
 * `limit` elements is omitted, because AWS refuses it, unless all are longer.
 */
export function alternativesOf(
  lists: readonly (readonly Key[])[],
  known: readonly Key[],
  holes: number | "unknown",
  limit: number,
): readonly Alternative[] {
  const sets = distinct(lists.map((list) => keySet(list).filter((key) => !known.includes(key))));
  if (holes !== "unknown") return sets.filter(({ length }) => length >= holes).map((keys) => ({ keys, least: holes, most: holes }));
  const whole = sets.filter(({ length }) => length > 0);
  const accepted = whole.filter(({ length }) => length <= limit);
  return (accepted.length > 0 ? accepted : whole).map((keys) => ({ keys, least: keys.length, most: keys.length }));
}

function distinct(sets: readonly (readonly Key[])[]): readonly (readonly Key[])[] {
  const byText = new Map(sets.map((set) => [JSON.stringify(set), set]));
  return [...byText].sort(([left], [right]) => compareKeys(left, right)).map(([, set]) => set);
}

/** Whether `keys`, which are distinct, may be the part. */
export function mayBe({ keys: possible, least, most }: Alternative, keys: readonly Key[]): boolean {
  return keys.length >= least && keys.length <= most && keys.every((key) => possible.includes(key));
}

/** The part without `removed`. */
export function remaining({ keys, least, most }: Alternative, removed: ReadonlySet<Key>): Alternative {
  const rest = keys.filter((key) => !removed.has(key));
  return { keys: rest, least: Math.max(0, least - (keys.length - rest.length)), most: Math.min(most, rest.length) };
}
