import { displayName, type Key, namedLines, writeNames } from "@lambda-vpc/model";

/** Writes the name of a resource. */
export type NameOf = (key: Key) => string;

/** The names of resources that one table lists. Law: different resources have different names, and each name is one printable line. */
export function namesOf(keys: readonly Key[]): NameOf {
  const distinct = [...new Set(keys)];
  const names = namedLines(distinct.map(displayName));
  const byKey = new Map(distinct.map((key, index) => [key, names[index] ?? key]));
  return (key) => byKey.get(key) ?? writeNames(displayName(key));
}
