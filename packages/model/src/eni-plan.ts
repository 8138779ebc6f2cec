import { countCombinations, countSets, byExactSet } from "./combinations";
import { type Count, reduction, restingOn, weakerBasis } from "./count";
import { type Key, keySet } from "./key";
import { mergeableSets, type MergeableSets } from "./merge";
import type { Network } from "./network";
import { placeAttachments } from "./placement";
import { basisOf, exactSet, resolveAttachments, type ResolvedAttachment, setKey } from "./resolved-attachment";
import { exactSelection } from "./selection";

/** The combinations of a network: at least so many Hyperplane ENIs once it is deployed. */
export interface EniPlan {
  /** Over all attachments at once: never the sum of the VPCs, because one that is not placed counts in the max of each. */
  readonly combinations: Count;
  readonly attachments: readonly ResolvedAttachment[];
  readonly vpcs: readonly VpcPlan[];
  readonly subnets: readonly SubnetPlan[];
  /** Attachments whose VPC does not show: in the max of every VPC, in the min of none. */
  readonly unplaced: readonly ResolvedAttachment[];
}

/** What one VPC holds. */
export interface VpcPlan {
  /** Absent where the VPC does not show. */
  readonly vpc?: Key;
  readonly attachments: readonly ResolvedAttachment[];
  /** Attachments elsewhere that may turn out to be here. */
  readonly reachable: readonly ResolvedAttachment[];
  readonly combinations: Count;
  /** Different security-group sets. */
  readonly sets: Count;
  /** Combinations that go away if all functions of the VPC use one set; it may widen access. */
  readonly savedBySharing: Count;
  /** Avoidable combinations: those that go away at no loss, by `merges`. */
  readonly avoidable: Count;
  readonly merges: readonly Merge[];
}

/** Sets that can be merged, and what that saves. */
export interface Merge extends MergeableSets {
  readonly consumers: readonly Key[];
  readonly saved: Count;
}

/** What one subnet holds. */
export interface SubnetPlan {
  readonly subnet: Key;
  readonly combinations: Count;
}

/**
 * Counts the combinations of a network, with bounds that hold under assumption S.
 * Laws: order, names and duplicates never matter; merging never adds a combination; a known network gives exact numbers.
 */
export function planEnis(network: Network): EniPlan {
  const attachments = resolveAttachments(network);
  const placement = placeAttachments(network, attachments);
  // That an attachment with unknown ids is elsewhere rests on assumption S too.
  const basis = basisOf(attachments);
  return {
    combinations: countCombinations(attachments),
    attachments,
    vpcs: placement.vpcs.map(({ vpc, attachments: placed }) => {
      const elsewhere = placement.vpcs.flatMap((other) =>
        other.attachments !== placed && (vpc === undefined || other.vpc === undefined) ? other.attachments : [],
      );
      const plan = planVpc(network, vpc, placed, [...placement.unplaced, ...elsewhere]);
      return { ...plan, combinations: restingOn(basis, plan.combinations), sets: restingOn(basis, plan.sets) };
    }),
    subnets: planSubnets(attachments),
    unplaced: placement.unplaced,
  };
}

function planVpc(
  network: Network,
  vpc: Key | undefined,
  attachments: readonly ResolvedAttachment[],
  reachable: readonly ResolvedAttachment[],
): VpcPlan {
  const sets = [...byExactSet(attachments).values()].flatMap(([first]) => (first === undefined ? [] : [first.securityGroups.certain]));
  const mergeable = mergeableSets(network, sets);
  const here = countCombinations(attachments);
  const shared = attachments.map((attachment) => using(["the one set"], attachment));
  const merged = attachments.map((attachment) => afterMerging(mergeable, attachment));
  return {
    ...(vpc === undefined ? {} : { vpc }),
    attachments,
    reachable,
    combinations: countCombinations(attachments, attachments, [...attachments, ...reachable]),
    sets: countSets(attachments, [...attachments, ...reachable]),
    savedBySharing: reduction(here, countCombinations(shared)),
    avoidable: reduction(here, countCombinations(merged)),
    merges: mergeable.map((sets) => planMerge(sets, attachments)).sort((a, b) => b.saved.likely - a.saved.likely),
  };
}

function planMerge(sets: MergeableSets, attachments: readonly ResolvedAttachment[]): Merge {
  const names = new Set([sets.keep, ...sets.replace].map(setKey));
  const concerned = attachments.filter((attachment) => names.has(exactSet(attachment) ?? ""));
  const after = concerned.map((attachment) => using(sets.keep, attachment));
  return {
    ...sets,
    consumers: keySet(concerned.map((attachment) => attachment.consumer)),
    saved: reduction(countCombinations(concerned), countCombinations(after)),
  };
}

/** The attachment as it would be once the sets are merged. */
function afterMerging(merges: readonly MergeableSets[], attachment: ResolvedAttachment): ResolvedAttachment {
  const set = exactSet(attachment);
  const merge = merges.find(({ replace }) => replace.some((replaced) => setKey(replaced) === set));
  return merge === undefined ? attachment : using(merge.keep, attachment);
}

/** The attachment with exactly the set `keys`. */
function using(keys: readonly Key[], attachment: ResolvedAttachment): ResolvedAttachment {
  return { ...attachment, securityGroups: exactSelection(keys, attachment.securityGroups.basis) };
}

function planSubnets(attachments: readonly ResolvedAttachment[]): readonly SubnetPlan[] {
  const subnets = keySet(attachments.flatMap((a) => a.subnets.possible));
  const basis = attachments.map((a) => a.subnets.basis).reduce(weakerBasis, "known");
  return subnets.map((subnet) => {
    const here = (concerns: (subnets: ResolvedAttachment["subnets"]) => boolean): readonly ResolvedAttachment[] =>
      attachments.filter((a) => concerns(a.subnets)).map((a) => ({ ...a, subnets: exactSelection([subnet], a.subnets.basis) }));
    const certain = here((list) => list.certain.includes(subnet));
    const likely = here((list) => list.likely.includes(subnet));
    const possible = here((list) => list.open || list.possible.includes(subnet));
    return { subnet, combinations: restingOn(basis, countCombinations(certain, likely, possible)) };
  });
}
