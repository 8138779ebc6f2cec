import { between, type Count, exactly } from "../count/count";
import type { Readings } from "../count/readings";
import { setKey } from "../facts/security-group-set";
import { basisOf, exactSet, isExactAttachment, type ResolvedAttachment, sameSet } from "./resolved-attachment";
import type { Selection } from "../selections/selection";
import { leastSubnets, mostSubnets } from "./subnets-used";

/*
 * A combination is one subnet with one set of security groups: it costs at least one Hyperplane ENI (docs/aws-facts.md#eni-sharing).
 * In a table, an attachment marks one row (its set) in |subnets| columns. The count is the number of marked cells:
 *
 *               subnet-a   subnet-b   subnet-c
 *     {x}          ●          ●                     two functions on {x} mark the same cells: shared
 *     {x, y}                  ●          ●          a subset is not a match: it is another row
 */

/**
 * The number of combinations that attachments hold. The readings are the attachments to count. In the lower reading, keys that may be the same
 * must be one (`PossibleAliases.collapsed`).
 * Law: an exact attachment that is repeated never changes the count (`withoutRepetitions`).
 */
export function countCombinations({ lower, estimate, upper }: Readings<readonly ResolvedAttachment[]>): Count {
  const isKnown = lower === upper && estimate === upper && haveOneScope(upper) && upper.every(isExactAttachment);
  if (isKnown) return exactly(likelyCombinations(upper), basisOf(upper));
  return between(leastCombinations(lower), likelyCombinations(estimate), mostCombinations(upper), basisOf(upper));
}

/** The number of different security-group sets that attachments use. The readings are those of `countCombinations`. */
export function countSets({ lower, estimate, upper }: Readings<readonly ResolvedAttachment[]>): Count {
  const least = Math.max(byExactSet(lower).size, Math.min(lower.length, 1));
  return between(least, new Set(estimate.map(likelySet)).size, bySameSet(upper).length, basisOf(upper));
}

/** Attachments by their exact set. Those whose set is not exact are omitted. */
export function byExactSet(attachments: readonly ResolvedAttachment[]): ReadonlyMap<string, readonly ResolvedAttachment[]> {
  const sets = Map.groupBy(attachments, (attachment) => exactSet(attachment) ?? NO_SET);
  sets.delete(NO_SET);
  return sets;
}

/** No set has this text: keys are never empty. */
const NO_SET = "?";

/** Different exact sets never share, so their minima are added. Attachments whose set is not exact may share with any of them. */
function leastCombinations(attachments: readonly ResolvedAttachment[]): number {
  const perSet = [...byExactSet(attachments).values()].map(leastSubnets);
  return Math.max(sum(perSet), leastSubnets(attachments));
}

/** Different scopes may be different accounts, which never share ENIs. */
function mostCombinations(attachments: readonly ResolvedAttachment[]): number {
  const scopes = [...Map.groupBy(attachments, ({ scope }) => scope).values()];
  return sum(scopes.flatMap((scope) => bySameSet(scope).map(mostSubnets)));
}

/** The attachments in groups that certainly have one set each. An attachment that nothing connects to another is a separate group. */
export function bySameSet(attachments: readonly ResolvedAttachment[]): readonly (readonly ResolvedAttachment[])[] {
  return [...Map.groupBy(attachments, (attachment) => sameSet(attachment) ?? attachment).values()];
}

function haveOneScope(attachments: readonly ResolvedAttachment[]): boolean {
  return attachments.every(({ scope }) => scope === attachments[0]?.scope);
}

/** The marked cells of the likely reading, row by row, plus the least number of subnets of open lists that are not known. */
function likelyCombinations(attachments: readonly ResolvedAttachment[]): number {
  const rows = [...Map.groupBy(attachments, likelySet).values()];
  const open = attachments.filter((a) => a.subnets.open);
  return sum(rows.map(markedCells)) + sum(open.map((a) => Math.max(0, a.subnets.least - a.subnets.likely.length)));
}

/** The likely cells of attachments of one row. */
function markedCells(row: readonly ResolvedAttachment[]): number {
  const [first, ...others] = row;
  if (first !== undefined && others.length === 0) return likelyMembers(first.subnets).length;
  return new Set(row.flatMap(({ subnets }) => likelyMembers(subnets))).size;
}

/** The text of the set that an attachment likely has: that of `setKey` if the set is exact. Sets with the same unknown parts are likely equal. */
export function likelySet({ securityGroups }: ResolvedAttachment): string {
  return setKey(likelyMembers(securityGroups)) + (securityGroups.open ? " + ?" : "");
}

/** The likely members of a selection. Unknown members of a closed selection are named after their candidates, so equal candidates give equal names. */
function likelyMembers({ likely, possible, least, open }: Selection): readonly string[] {
  const unnamed = open ? 0 : Math.max(0, least - likely.length);
  if (unnamed === 0) return likely;
  const candidates = possible.filter((key) => !likely.includes(key)).join(" or ");
  return [...likely, ...Array.from({ length: unnamed }, (_, index) => `${index + 1} of ${candidates}`)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
