import type { PossibleAliases } from "./possible-aliases";
import type { CombinationCounter } from "./combination-counter";
import { byExactSet, countSets } from "./combinations";
import { type Count, reduction } from "../count/count";
import { sameReadings } from "../count/readings";
import { type FigureCauses, causesOf } from "./causes";
import type { HeldInVpc } from "./held-in-vpc";
import { type Key, keySet } from "../facts/key";
import { mergeableSets, type MergeableSets, perhapsMergeableSets, type PerhapsMergeableSets, setAccesses } from "../access/merge";
import type { Network } from "../facts/network";
import { setKey } from "../facts/security-group-set";
import { exactSet, type ResolvedAttachment, withoutRepetitions } from "./resolved-attachment";
import { exactSelection } from "../selections/selection";

/** The combinations of one VPC. */
export interface VpcPlan {
  /** Absent if the VPC is unknown. */
  readonly vpc?: Key;
  readonly attachments: readonly ResolvedAttachment[];
  /** Attachments of other placements that may be in this VPC. */
  readonly reachable: readonly ResolvedAttachment[];
  readonly combinations: Count;
  /** The combinations that the account does not hold yet. Without an inventory, all of them. */
  readonly marginal: Count;
  /** The combinations that the account holds in the VPC already. Without an inventory, none. */
  readonly held: HeldInVpc;
  /** Different security-group sets. */
  readonly sets: Count;
  /** Combinations that disappear if all functions of the VPC use one set. This may widen access. */
  readonly savedBySharing: Count;
  /** Combinations that disappear by `merges`, without widening access. */
  readonly avoidable: Count;
  readonly merges: readonly Merge[];
  /** Additional merges that save combinations if unknown rules grant the same. */
  readonly perhapsMerges: readonly PerhapsMerge[];
  /** Why figures may not be exact. */
  readonly causes: FigureCauses;
}

/** Sets that can be merged, and the saving. */
export interface Merge extends MergeableSets {
  /** The functions of all its sets. */
  readonly consumers: readonly Key[];
  /** Those of the replaced sets: they change. */
  readonly movers: readonly Key[];
  readonly saved: Count;
}

/** Sets that may grant the same, and the possible saving of merging them. The certain saving is zero. */
export type PerhapsMerge = Merge & PerhapsMergeableSets;

/** The attachments that are certainly in a VPC, and those that may be. */
export interface VpcMembers {
  readonly vpc?: Key;
  readonly attachments: readonly ResolvedAttachment[];
  readonly reachable: readonly ResolvedAttachment[];
  readonly held: HeldInVpc;
}

/** Counts one VPC. */
export function planVpc(network: Network, aliases: PossibleAliases, counter: CombinationCounter, members: VpcMembers): VpcPlan {
  const { attachments, reachable } = members;
  const different = withoutRepetitions(attachments);
  const upper = reachable.length === 0 ? different : [...different, ...withoutRepetitions(reachable)];
  const readings = { lower: different, estimate: different, upper };
  const [merges, perhapsMerges] = planMerges(network, attachments, counter);
  const keeps = new Map(merges.flatMap(({ keep, replace }) => replace.map((set) => [setKey(set), keep] as const)));
  const today = counter.all(sameReadings(different));
  const shared = different.map((attachment) => using(["the one set"], attachment));
  const merged = different.map((attachment) => using(keeps.get(exactSet(attachment) ?? ""), attachment));
  return {
    ...members,
    combinations: counter.all(readings),
    marginal: counter.marginal(readings),
    sets: countSets({ ...readings, lower: aliases.allCollapsed(different) }),
    savedBySharing: reduction(today, counter.all(sameReadings(shared))),
    avoidable: reduction(today, counter.all(sameReadings(merged))),
    merges,
    perhapsMerges,
    causes: causesOf(attachments, unplaced(members), aliases),
  };
}

/** Attachments whose VPC is uncertain: those that may be in this VPC, and all of them if this VPC is unknown. */
function unplaced({ vpc, attachments, reachable }: VpcMembers): readonly ResolvedAttachment[] {
  return vpc === undefined && reachable.length > 0 ? [...attachments, ...reachable] : reachable;
}

/** The certain merges, the greatest saving first, and the possible merges, each with its saving. */
function planMerges(
  network: Network,
  attachments: readonly ResolvedAttachment[],
  counter: CombinationCounter,
): readonly [readonly Merge[], readonly PerhapsMerge[]] {
  const users = byExactSet(attachments);
  const sets = [...users.values()].flatMap(([first]) => (first === undefined ? [] : [first.securityGroups.certain]));
  const accesses = setAccesses(network, sets);
  const withSaving = <M extends MergeableSets>(merge: M): M & Merge => {
    const usersOf = (sets: readonly (readonly Key[])[]) => sets.flatMap((set) => users.get(setKey(set)) ?? []);
    const concerned = usersOf([merge.keep, ...merge.replace]);
    const before = withoutRepetitions(concerned);
    const after = before.map((attachment) => using(merge.keep, attachment));
    return {
      ...merge,
      consumers: keySet(concerned.map(({ consumer }) => consumer)),
      movers: keySet(usersOf(merge.replace).map(({ consumer }) => consumer)),
      saved: reduction(counter.all(sameReadings(before)), counter.all(sameReadings(after))),
    };
  };
  const bySaving = (a: Merge, b: Merge): number => b.saved.likely - a.saved.likely;
  return [
    mergeableSets(network, sets, accesses).map(withSaving).sort(bySaving),
    perhapsMergeableSets(network, sets, accesses)
      .map(withSaving)
      .map((merge) => ({ ...merge, saved: { ...merge.saved, min: 0, likely: 0 } })),
  ];
}

/** The attachment with exactly the set `keys`, if given. */
function using(keys: readonly Key[] | undefined, attachment: ResolvedAttachment): ResolvedAttachment {
  return keys === undefined ? attachment : { ...attachment, securityGroups: exactSelection(keys, attachment.securityGroups.basis) };
}
