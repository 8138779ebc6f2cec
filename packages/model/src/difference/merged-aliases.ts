import { DisjointSets } from "../combinations/disjoint-sets";
import { PossibleAliases } from "../combinations/possible-aliases";
import type { Key } from "../facts/key";

/** The possible aliases of two moments together. Groups that have a key in common become one. */
export function mergedAliases(groups: readonly (readonly Key[])[]): PossibleAliases {
  const sets = new DisjointSets<Key>();
  for (const [first, ...others] of groups) if (first !== undefined) for (const other of others) sets.union(first, other);
  const keys = [...new Set(groups.flat())];
  return new PossibleAliases([...Map.groupBy(keys, (key) => sets.rootOf(key)).values()]);
}
