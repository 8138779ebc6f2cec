import { type GrantedAccess, grantedAccess, mayGrantTheSame, shows } from "./granted-access";
import { compareKeys, type Key, keySet } from "../facts/key";
import type { Network } from "../facts/network";
import { setKey } from "../facts/security-group-set";

/** Security-group sets that can become one without anyone gaining or losing access, as far as the stack shows. */
export interface MergeableSets {
  /** The set to keep: the smallest, first in canonical order. */
  readonly keep: readonly Key[];
  /** The sets that can give way to it; never empty. */
  readonly replace: readonly (readonly Key[])[];
}

/** Sets that may turn out to grant the same once all their rules show. */
export interface PerhapsMergeableSets extends MergeableSets {
  /** Those of them whose rules do not all show. */
  readonly concealed: readonly (readonly Key[])[];
}

/**
 * Finds, among `sets`, those that can be merged at no loss. Two sets can when, with every value known, their groups together let out the
 * same traffic, other groups' rules refer to them alike, and only functions use them. Whatever is unknown is never offered.
 */
export function mergeableSets(network: Network, sets: readonly (readonly Key[])[]): readonly MergeableSets[] {
  const shown = accesses(network, sets).filter(({ access }) => shows(access));
  const classes = Map.groupBy(shown, ({ access: { vpc, outbound, references } }) => [vpc, outbound, references].join("\n--\n"));
  return [...classes.values()].flatMap((aliases) => asMerge(aliases.map(({ set }) => set)));
}

/** Finds, among `sets`, those that nothing known keeps from being merged, VPC by VPC: the stack makes their groups, and not all their rules show. */
export function perhapsMergeableSets(network: Network, sets: readonly (readonly Key[])[]): readonly PerhapsMergeableSets[] {
  const byVpc = Map.groupBy(accesses(network, sets), ({ access }) => access.vpc);
  return [...byVpc.values()].flatMap((here) => {
    const concerned = here.filter((one) =>
      here.some((other) => other !== one && mayGrantTheSame(one.access, other.access) && !(shows(one.access) && shows(other.access))),
    );
    const concealed = concerned.filter(({ access }) => !shows(access)).map(({ set }) => set);
    return asMerge(concerned.map(({ set }) => set)).map((merge) => ({ ...merge, concealed }));
  });
}

interface SetAccess {
  readonly set: readonly Key[];
  readonly access: GrantedAccess;
}

/** What each set grants, without those of which this stack cannot say it: the smallest sets first, in canonical order. */
function accesses(network: Network, sets: readonly (readonly Key[])[]): readonly SetAccess[] {
  const groups = new Map(network.securityGroups.map((group) => [group.key, group]));
  const distinct = new Map(sets.map((set) => keySet(set)).map((set) => [setKey(set), set]));
  return [...distinct.values()]
    .sort((a, b) => a.length - b.length || compareKeys(setKey(a), setKey(b)))
    .flatMap((set) => {
      const access = grantedAccess(set, groups);
      return access === undefined ? [] : [{ set, access }];
    });
}

/** The first set kept; nothing where there is no other to give way to it. */
function asMerge([keep, ...replace]: readonly (readonly Key[])[]): readonly MergeableSets[] {
  return keep === undefined || replace.length === 0 ? [] : [{ keep, replace }];
}
