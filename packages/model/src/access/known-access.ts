import { isKnown } from "./granted-access";
import { setAccesses } from "./merge";
import type { Key } from "../facts/key";
import type { Network } from "../facts/network";
import { setKey } from "../facts/security-group-set";

/**
 * What each of `sets` grants, as a text by the canonical text of the set. Sets without a text grant something unknown, or are used by others than
 * functions. Law: two sets can be merged without widening access exactly if both have a text and the texts are equal.
 */
export function knownAccess(network: Network, sets: readonly (readonly Key[])[]): ReadonlyMap<string, string> {
  return new Map(
    setAccesses(network, sets).flatMap(({ set, access }) =>
      isKnown(access) ? [[setKey(set), [access.vpc, access.outbound, access.references].join("\n--\n")] as const] : [],
    ),
  );
}
