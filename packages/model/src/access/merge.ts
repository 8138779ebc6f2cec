import { grantedAccess, type GrantedAccess, isKnown } from "./granted-access";
import { Partners } from "./partners";
import { PermissionTexts } from "./permission-texts";
import { compareKeys, type Key, keySet } from "../facts/key";
import type { Network } from "../facts/network";
import { setKey } from "../facts/security-group-set";

/** Security-group sets that can be merged into one. No function gains or loses access, judged by the resources of the stack. */
export interface MergeableSets {
  /** The set to keep: the smallest, first in canonical order. */
  readonly keep: readonly Key[];
  /** The sets that it can replace. Never empty. */
  readonly replace: readonly (readonly Key[])[];
}

/** Sets that may grant the same once all their rules are known. */
export interface PerhapsMergeableSets extends MergeableSets {
  /** The sets among them that have unknown rules. */
  readonly concealed: readonly (readonly Key[])[];
}

/**
 * Finds the sets among `sets` that can be merged without widening access. Two sets can be merged if every value is known, their groups together
 * allow the same outbound traffic, the rules of other groups refer to them in the same way, and only functions use them.
 */
export function mergeableSets(
  network: Network,
  sets: readonly (readonly Key[])[],
  read = setAccesses(network, sets),
): readonly MergeableSets[] {
  const knownAccesses = read.filter(({ access }) => isKnown(access));
  const classes = Map.groupBy(knownAccesses, ({ access: { vpc, outbound, references } }) => [vpc, outbound, references].join("\n--\n"));
  return [...classes.values()].flatMap((aliases) => asMerge(aliases.map(({ set }) => set)));
}

/** Finds the sets among `sets` of each VPC that no known fact prevents from being merged: the stack creates their groups, and some rules are unknown. */
export function perhapsMergeableSets(
  network: Network,
  sets: readonly (readonly Key[])[],
  read = setAccesses(network, sets),
): readonly PerhapsMergeableSets[] {
  const byVpc = Map.groupBy(read, ({ access }) => access.vpc);
  return [...byVpc.values()].flatMap((here) => {
    if (here.every(({ access }) => isKnown(access))) return [];
    const partners = new Partners(here.map(({ access }) => access));
    const concerned = here.filter(({ access }) => partners.has(access));
    const concealed = concerned.filter(({ access }) => !isKnown(access)).map(({ set }) => set);
    return asMerge(concerned.map(({ set }) => set)).map((merge) => ({ ...merge, concealed }));
  });
}

/** A set, and what it grants. */
export interface SetAccess {
  readonly set: readonly Key[];
  readonly access: GrantedAccess;
}

/** What each set grants, without sets for which this is unknown. The smallest sets are first, in canonical order. */
export function setAccesses(network: Network, sets: readonly (readonly Key[])[]): readonly SetAccess[] {
  const groups = new Map(network.securityGroups.map((group) => [group.key, group]));
  const distinct = new Map(sets.map((set) => keySet(set)).map((set) => [setKey(set), set]));
  const permissions = new PermissionTexts();
  return [...distinct.values()]
    .sort((a, b) => a.length - b.length || compareKeys(setKey(a), setKey(b)))
    .flatMap((set) => {
      const access = grantedAccess(set, groups, permissions);
      return access === undefined ? [] : [{ set, access }];
    });
}

/** Keeps the first set. Empty if there is no other set for it to replace. */
function asMerge([keep, ...replace]: readonly (readonly Key[])[]): readonly MergeableSets[] {
  return keep === undefined || replace.length === 0 ? [] : [{ keep, replace }];
}
