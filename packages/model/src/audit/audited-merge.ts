import { mergeableSets } from "../access/merge";
import type { AccountFunction, AccountReading } from "../account/account-reading";
import { keySet } from "../facts/key";
import { setKey } from "../facts/security-group-set";
import { groupFacts } from "./access-of-groups";
import type { AuditedCombination } from "./audited-combination";
import { combinationKey, LATEST } from "./held-combination";

/** Security-group sets of functions that have equal rules. No function gains or loses access if all of them use one. */
export interface AuditedMerge {
  readonly keep: readonly string[];
  readonly replace: readonly (readonly string[])[];
  /** The functions of the replaced sets: they change. */
  readonly movers: readonly string[];
  /** By how much the number of combinations falls once nothing holds the replaced sets. At least 1. */
  readonly saved: number;
  /** The combinations of the replaced sets that published versions hold, also after the functions have moved. */
  readonly pinned: number;
}

/** The sets of functions of a canonical reading that can be merged, the greatest saving first. */
export function auditMerges(reading: AccountReading, combinations: readonly AuditedCombination[]): readonly AuditedMerge[] {
  const bySet = Map.groupBy(
    reading.functions.flatMap((one) => (one.latest.vpc === undefined ? [] : [{ one, set: one.latest.vpc.securityGroups }])),
    ({ set }) => setKey(set),
  );
  const sets = [...bySet.values()].flatMap((users) => users.slice(0, 1).map(({ set }) => set));
  const ofSet = Map.groupBy(combinations, ({ securityGroups }) => setKey(securityGroups));
  return mergeableSets({ subnets: [], attachments: [], securityGroups: groupFacts(reading) }, sets)
    .map(({ keep, replace }) => {
      const movers = replace.flatMap((set) => (bySet.get(setKey(set)) ?? []).map(({ one }) => one));
      const replaced = replace.flatMap((set) => ofSet.get(setKey(set)) ?? []);
      const added = addedBy(movers, keep, ofSet.get(setKey(keep)) ?? []);
      const pinned = replaced.filter(({ holders }) => holders.some(({ version }) => version !== LATEST)).length;
      return { keep, replace, movers: keySet(movers.map(({ name }) => name)), saved: replaced.length - added, pinned };
    })
    .filter(({ saved }) => saved > 0)
    .sort((left, right) => right.saved - left.saved);
}

/** The combinations of `keep` that do not exist yet, and that the functions need there. */
function addedBy(movers: readonly AccountFunction[], keep: readonly string[], present: readonly AuditedCombination[]): number {
  const there = new Set(present.map(({ subnet }) => combinationKey(subnet, keep)));
  const needed = new Set(movers.flatMap(({ latest }) => (latest.vpc?.subnets ?? []).map((subnet) => combinationKey(subnet, keep))));
  return [...needed].filter((key) => !there.has(key)).length;
}
