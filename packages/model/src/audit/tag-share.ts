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

/** The shares of the combinations by the values of one tag, in the order of the values; functions without it are last. */
export function tagShares(
  key: string,
  combinations: readonly AuditedCombination[],
  functions: ReadonlyMap<string, AccountFunction>,
): readonly TagShare[] {
  const totals = new Map<string, { readonly functions: Set<string>; combinations: number; interfaces: number }>();
  for (const combination of combinations)
    for (const name of combination.functions) {
      const value = orderOf(functions.get(name)?.tags, key);
      const total = totals.get(value) ?? { functions: new Set(), combinations: 0, interfaces: 0 };
      total.functions.add(name);
      total.combinations += 1 / combination.functions.length;
      total.interfaces += combination.interfaces.length / combination.functions.length;
      totals.set(value, total);
    }
  return [...totals]
    .sort(([left], [right]) => compareKeys(left, right))
    .map(([value, total]) => ({
      ...(value === UNREAD ? {} : { value: value === WITHOUT ? null : value.slice(VALUE.length) }),
      functions: keySet(total.functions),
      combinations: total.combinations,
      interfaces: total.interfaces,
    }));
}

const [VALUE, WITHOUT, UNREAD] = ["0", "1", "2"];

function orderOf(tags: AccountFunction["tags"], key: string): string {
  if (tags === undefined) return UNREAD;
  const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
  return value === undefined ? WITHOUT : `${VALUE}${value}`;
}
