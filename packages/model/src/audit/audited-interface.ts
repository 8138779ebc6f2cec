import type { AccountInterface, AccountReading } from "../account/account-reading";
import { combinationKey, type HeldCombination, type Holder } from "./held-combination";
import { type InterfaceOwner, isDetached, isOfLambda, ownerOf } from "./interface-owner";
import { doubtsOf } from "./question";

/** An interface, and what explains it. */
export type AuditedInterface = AccountInterface & InterfaceState;

/**
 * `held`: versions of functions hold its combination. `orphan`: Lambda detached it, and no version holds its combination. `unexplained`: Lambda
 * has attached it, and no version holds its combination. `undecided`: one of Lambda's, of which a gap of the reading may hide the holders. `other`: not one of Lambda's.
 */
export type InterfaceState =
  | { readonly state: "held"; readonly detached: boolean; readonly holders: readonly Holder[] }
  | { readonly state: "orphan" | "unexplained" }
  | { readonly state: "undecided"; readonly detached: boolean }
  | { readonly state: "other"; readonly owner: InterfaceOwner };

/**
 * Each interface of a canonical reading with what explains it, by the rule of AWS Support's FindEniMappings (docs/aws-facts.md#eni-matching).
 * Law: an interface is an orphan or unexplained only if all functions and versions were read.
 */
export function auditInterfaces(
  { interfaces, mountTargets, gaps }: AccountReading,
  combinations: ReadonlyMap<string, HeldCombination>,
): readonly AuditedInterface[] {
  const isWhole = doubtsOf("holders", gaps).length === 0;
  const targets = Map.groupBy(mountTargets, ({ subnet }) => subnet);
  return interfaces.map((one) => {
    if (!isOfLambda(one)) return { ...one, state: "other", owner: ownerOf(one, targets) };
    const held = combinations.get(combinationKey(one.subnet, one.securityGroups));
    const detached = isDetached(one);
    if (held !== undefined) return { ...one, state: "held", detached, holders: held.holders };
    return isWhole ? { ...one, state: detached ? "orphan" : "unexplained" } : { ...one, state: "undecided", detached };
  });
}
