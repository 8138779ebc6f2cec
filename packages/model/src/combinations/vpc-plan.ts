import type { PossibleAliases } from "./possible-aliases";
import type { CombinationCounter } from "./combination-counter";
import { byExactSet, countSets } from "./combinations";
import { type Count, reduction } from "../count/count";
import { sameReadings } from "../count/readings";
import { type FigureCauses, causesOf } from "./causes";
import type { HeldInVpc } from "./held-in-vpc";
import { type Key, keySet } from "../facts/key";
import { mergeableSets, type MergeableSets, perhapsMergeableSets, type PerhapsMergeableSets } from "../access/merge";
import type { Network } from "../facts/network";
import { setKey } from "../facts/security-group-set";
import { exactSet, type ResolvedAttachment } from "./resolved-attachment";
import { exactSelection } from "./selection";

/** What one VPC holds. */
export interface VpcPlan {
  /** Absent where the VPC does not show. */
  readonly vpc?: Key;
  readonly attachments: readonly ResolvedAttachment[];
  /** Attachments elsewhere that may turn out to be here. */
  readonly reachable: readonly ResolvedAttachment[];
  readonly combinations: Count;
  /** Those of them that the account does not hold already; all of them without an inventory. */
  readonly marginal: Count;
  /** What the account holds in the VPC already; nothing without an inventory. */
  readonly held: HeldInVpc;
  /** Different security-group sets. */
  readonly sets: Count;
  /** Combinations that go away if all functions of the VPC use one set; it may widen access. */
  readonly savedBySharing: Count;
  /** Avoidable combinations: those that go away at no loss, by `merges`. */
  readonly avoidable: Count;
  readonly merges: readonly Merge[];
  /** What merging may save beside, if rules that do not show turn out to grant the same. */
  readonly perhapsMerges: readonly PerhapsMerge[];
  /** Why figures may not be exact. */
  readonly causes: FigureCauses;
}

/** Sets that can be merged, and what that saves. */
export interface Merge extends MergeableSets {
  readonly consumers: readonly Key[];
  readonly saved: Count;
}

/** Sets that may turn out to grant the same, and what merging them would save: nothing for certain. */
export type PerhapsMerge = Merge & PerhapsMergeableSets;

/** Who is in a VPC for certain, and who may turn out to be. */
export interface VpcMembers {
  readonly vpc?: Key;
  readonly attachments: readonly ResolvedAttachment[];
  readonly reachable: readonly ResolvedAttachment[];
  readonly held: HeldInVpc;
}

/** Counts one VPC. */
export function planVpc(network: Network, aliases: PossibleAliases, counter: CombinationCounter, members: VpcMembers): VpcPlan {
  const { attachments, reachable } = members;
  const readings = { lower: attachments, estimate: attachments, upper: [...attachments, ...reachable] };
  const [merges, perhapsMerges] = planMerges(network, attachments, counter);
  const keeps = new Map(merges.flatMap(({ keep, replace }) => replace.map((set) => [setKey(set), keep] as const)));
  const shared = attachments.map((attachment) => using(["the one set"], attachment));
  const merged = attachments.map((attachment) => using(keeps.get(exactSet(attachment) ?? ""), attachment));
  return {
    ...members,
    combinations: counter.all(readings),
    marginal: counter.marginal(readings),
    sets: countSets({ ...readings, lower: attachments.map((attachment) => aliases.collapsed(attachment)) }),
    savedBySharing: reduction(counter.all(sameReadings(attachments)), counter.all(sameReadings(shared))),
    avoidable: reduction(counter.all(sameReadings(attachments)), counter.all(sameReadings(merged))),
    merges,
    perhapsMerges,
    causes: causesOf(attachments, unplaced(members), aliases),
  };
}

/** Whose VPC does not show: those who may turn out to be here, or those here where this VPC itself does not show. */
function unplaced({ vpc, attachments, reachable }: VpcMembers): readonly ResolvedAttachment[] {
  return vpc === undefined && reachable.length > 0 ? [...attachments, ...reachable] : reachable;
}

/** What is surely mergeable, the greatest saving first, and what perhaps is, with what each saves. */
function planMerges(
  network: Network,
  attachments: readonly ResolvedAttachment[],
  counter: CombinationCounter,
): readonly [readonly Merge[], readonly PerhapsMerge[]] {
  const users = byExactSet(attachments);
  const sets = [...users.values()].flatMap(([first]) => (first === undefined ? [] : [first.securityGroups.certain]));
  const withSaving = <M extends MergeableSets>(merge: M): M & Merge => {
    const concerned = [merge.keep, ...merge.replace].flatMap((set) => users.get(setKey(set)) ?? []);
    const after = concerned.map((attachment) => using(merge.keep, attachment));
    return {
      ...merge,
      consumers: keySet(concerned.map(({ consumer }) => consumer)),
      saved: reduction(counter.all(sameReadings(concerned)), counter.all(sameReadings(after))),
    };
  };
  const bySaving = (a: Merge, b: Merge): number => b.saved.likely - a.saved.likely;
  return [
    mergeableSets(network, sets).map(withSaving).sort(bySaving),
    perhapsMergeableSets(network, sets)
      .map(withSaving)
      .map((merge) => ({ ...merge, saved: { ...merge.saved, min: 0, likely: 0 } })),
  ];
}

/** The attachment with exactly the set `keys`, where there is one. */
function using(keys: readonly Key[] | undefined, attachment: ResolvedAttachment): ResolvedAttachment {
  return keys === undefined ? attachment : { ...attachment, securityGroups: exactSelection(keys, attachment.securityGroups.basis) };
}
