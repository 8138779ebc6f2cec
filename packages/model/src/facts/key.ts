/** What a subnet, security group, VPC or consumer is called: its Pulumi URN where the stack manages it, else its AWS id. */
export type Key = string;

/** Compares by code unit, so that no locale changes an order. */
export function compareKeys(left: Key, right: Key): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The set of `keys` in canonical form: distinct and sorted. */
export function keySet(keys: Iterable<Key>): readonly Key[] {
  return [...new Set(keys)].sort(compareKeys);
}

/** The name a reader knows a key by: the last part of a URN, or the AWS id itself. */
export function displayName(key: Key): string {
  return key.startsWith("urn:") ? key.slice(key.lastIndexOf("::") + 2) : key;
}

/** The first three names and how many more there are: `orders, users, stock and 9 more`. */
export function displayNames(keys: readonly Key[]): string {
  const shown = keys.slice(0, 3).map(displayName).join(", ");
  return keys.length > 3 ? `${shown} and ${keys.length - 3} more` : shown;
}
