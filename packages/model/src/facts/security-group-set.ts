import type { Key } from "./key";

/** The canonical text of a set of security groups, given as `keySet` returns them: equal sets have equal texts. */
export function setKey(securityGroups: readonly Key[]): string {
  return securityGroups.join(" + ");
}
