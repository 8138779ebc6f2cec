import type { AccountFunction } from "../account/account-reading";
import { compareKeys, keySet } from "../facts/key";
import type { AuditedCombination } from "./audited-combination";

/** The functions with one value of a tag, and their share of the combinations. */
export interface TagShare {
  /** Null for functions without the tag. Absent for functions whose tags were not read. */
  readonly value?: string | null;
  readonly functions: readonly string[];
  /**
   * Their part of all combinations: a combination counts equally for each function that holds it, with one of its versions or several. Law: the parts
   * of all shares add up to the number of combinations, apart from errors of rounding.
   */
  readonly combinations: number;
  /** The interfaces in the same way. */
  readonly interfaces: number;
}

/** The parts of one combination by the values of a tag. Law: they add up to 1, apart from errors of rounding. */
export interface CombinationShare {
  /** Null for functions without the tag. Absent for functions whose tags were not read. */
  readonly value?: string | null;
  readonly share: number;
}

/** How one combination is shared out: equally to its functions, by the values of their tags in the order of `tagShares`. */
export function combinationShares(
  key: string,
  { functions: holding }: AuditedCombination,
  functions: ReadonlyMap<string, AccountFunction>,
): readonly CombinationShare[] {
  return [...Map.groupBy(holding, (name) => orderOf(functions.get(name)?.tags, key))]
    .sort(([left], [right]) => compareKeys(left, right))
    .map(([order, own]) => ({ ...valueOf(order), share: own.length / holding.length }));
}

/** The shares of the combinations by the values of one tag, in the order of the values; functions without it are last. */
export function tagShares(
  key: string,
  combinations: readonly AuditedCombination[],
  functions: ReadonlyMap<string, AccountFunction>,
): readonly TagShare[] {
  const totals = new Map<string, { readonly functions: Set<string>; combinations: number; interfaces: number }>();
  for (const combination of combinations)
    for (const name of combination.functions) {
      const order = orderOf(functions.get(name)?.tags, key);
      const total = totals.get(order) ?? { functions: new Set(), combinations: 0, interfaces: 0 };
      total.functions.add(name);
      total.combinations += 1 / combination.functions.length;
      total.interfaces += combination.interfaces.length / combination.functions.length;
      totals.set(order, total);
    }
  return [...totals]
    .sort(([left], [right]) => compareKeys(left, right))
    .map(([order, total]) => ({
      ...valueOf(order),
      functions: keySet(total.functions),
      combinations: total.combinations,
      interfaces: total.interfaces,
    }));
}

const [VALUE, WITHOUT, UNREAD] = ["0", "1", "2"];

function valueOf(order: string): Pick<TagShare, "value"> {
  if (order === UNREAD) return {};
  return { value: order === WITHOUT ? null : order.slice(VALUE.length) };
}

function orderOf(tags: AccountFunction["tags"], key: string): string {
  if (tags === undefined) return UNREAD;
  const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
  return value === undefined ? WITHOUT : `${VALUE}${value}`;
}
