import type { CombinationCounter } from "../combinations/combination-counter";
import { exactSet, isExactAttachment, type ResolvedAttachment, withoutRepetitions } from "../combinations/resolved-attachment";
import { mayStandFor } from "../selections/selection";
import { between, type Count, exactly, reduction } from "../count/count";
import { mapReadings, type Readings, sameReadings } from "../count/readings";
import { attachmentText, notIn } from "./changed-attachments";

/** The attachments of one moment in one place: the certain ones, and in the upper reading those that may be there in addition. */
export type Members = Readings<readonly ResolvedAttachment[]>;

/**
 * The combinations of two moments.
 *
 *              subnet-a   subnet-b   subnet-c
 *     {x}         ○          ◉                     ○ removed: 1, ◉ kept: 1, ● added: 2
 *     {y}                    ●          ●          changeover: 4, until Lambda has deleted what is removed
 */
export interface ComparedCounts {
  readonly added: Count;
  /** The added combinations that the account does not hold. Without an inventory, all of them. */
  readonly marginal: Count;
  readonly removed: Count;
  /** The removed combinations that the account does not hold according to the inventory. */
  readonly removedMarginal: Count;
  /** The combinations that exist at the same time if all functions change in one update: those before and those after. */
  readonly changeover: Count;
}

/**
 * Compares the combinations of two moments, whose keys must be those of one naming.
 *
 * Laws: without a change, nothing is added or removed; what one direction adds, the other removes. If all lists are exact, `before + added` and
 * `after + removed` are the changeover.
 */
export function compareCounts(counter: CombinationCounter, before: Members, after: Members, haveAliases: boolean): ComparedCounts {
  const both = union(before, after);
  const [arriving, leaving] = [notIn(before.upper, after.upper), notIn(after.upper, before.upper)];
  const surelyNew = (some: readonly ResolvedAttachment[], others: readonly ResolvedAttachment[]): number =>
    haveAliases ? 0 : certainlyNew(counter, some, others);
  const certain = (some: Members, others: readonly ResolvedAttachment[]): readonly ResolvedAttachment[] => notIn(others, some.lower);
  const leastAdded = surelyNew(certain(after, before.upper), before.upper);
  const difference = (
    count: (members: Members) => Count,
    [from, changed]: readonly [Members, readonly ResolvedAttachment[]],
    least: number,
  ): Count => {
    if (changed.length === 0) return exactly(0);
    const { min, likely, max, basis } = reduction(count(both), count(from));
    const most = count({ lower: [], estimate: [], upper: changed }).max;
    return between(Math.min(Math.max(min, least), most), likely, Math.min(max, most), basis);
  };
  const all = (members: Members): Count => counter.all(mapReadings(members, withoutRepetitions));
  const marginal = (members: Members): Count => counter.marginal(mapReadings(members, withoutRepetitions));
  return {
    added: difference(all, [before, arriving], leastAdded),
    marginal: difference(marginal, [before, arriving], 0),
    removed: difference(all, [after, leaving], surelyNew(certain(before, after.upper), after.upper)),
    removedMarginal: difference(marginal, [after, leaving], 0),
    changeover: all(both),
  };
}

/** All attachments of both, those that are the same once. */
export function union(before: Members, after: Members): Members {
  const distinct = (some: readonly ResolvedAttachment[]): readonly ResolvedAttachment[] => [
    ...new Map(some.map((one) => [attachmentText(one), one])).values(),
  ];
  const pair = (reading: keyof Members): readonly ResolvedAttachment[] => distinct([...before[reading], ...after[reading]]);
  const upper = pair("upper");
  const isCertain = before.lower === before.upper && after.lower === after.upper;
  return isCertain ? { lower: upper, estimate: upper, upper } : { lower: pair("lower"), estimate: pair("estimate"), upper };
}

/** The fewest combinations of `attachments` that none of `others` may hold: those of new sets, and those of other sets in new subnets. */
function certainlyNew(
  counter: CombinationCounter,
  attachments: readonly ResolvedAttachment[],
  others: readonly ResolvedAttachment[],
): number {
  const held = new Set(others.filter(isExactAttachment).flatMap(cellsOf));
  const unsure = others.filter((one) => !isExactAttachment(one));
  const sets = new Set(others.map(exactSet));
  const mayHaveSetOf = ({ securityGroups: { certain } }: ResolvedAttachment): readonly ResolvedAttachment[] =>
    unsure.filter(({ securityGroups }) => mayStandFor(securityGroups, certain));
  const exact = withoutRepetitions(attachments.filter((one) => exactSet(one) !== undefined));
  const bySet = [...Map.groupBy(exact, exactSet)].map(([set, members]) => {
    const [first] = members;
    const sharers = first === undefined ? [] : mayHaveSetOf(first);
    if (!sets.has(set) && sharers.length === 0) return counter.all(sameReadings(members)).min;
    const isFree = (subnet: string): boolean => !sharers.some(({ subnets }) => subnets.open || subnets.possible.includes(subnet));
    const cells = members.flatMap((one) => one.subnets.certain.filter(isFree).map((subnet) => cell(one, subnet)));
    return new Set(cells.filter((one) => !held.has(one))).size;
  });
  return bySet.reduce((total, n) => total + n, 0);
}

function cellsOf(attachment: ResolvedAttachment): readonly string[] {
  return attachment.subnets.certain.map((subnet) => cell(attachment, subnet));
}

function cell(attachment: ResolvedAttachment, subnet: string): string {
  return `${subnet}\n${exactSet(attachment) ?? "?"}`;
}
