import { between, type Count } from "../count/count";
import type { Readings } from "../count/readings";
import { setKey } from "../facts/security-group-set";
import { basisOf, exactSet, type ResolvedAttachment } from "./resolved-attachment";
import type { Selection } from "./selection";

/*
 * A combination is one subnet with one set of security groups: what costs at least one Hyperplane ENI (docs/aws-facts.md#eni-sharing).
 * Seen as a table, an attachment marks one row (its set) in |subnets| columns; the count is the number of marked cells:
 *
 *               subnet-a   subnet-b   subnet-c
 *     {x}          ●          ●                     two functions on {x} mark the same cells: shared
 *     {x, y}                  ●          ●          a subset is not a match: a row of its own
 */

/**
 * How many combinations attachments hold. The readings say which attachments are among those counted. In the lower reading, keys that may be
 * the same are one (`PossibleAliases.collapsed`).
 */
export function countCombinations({ lower, estimate, upper }: Readings<readonly ResolvedAttachment[]>): Count {
  return between(leastCombinations(lower), likelyCombinations(estimate), mostCombinations(upper), basisOf(upper));
}

/** How many different security-group sets attachments use. The readings are those of `countCombinations`. */
export function countSets({ lower, estimate, upper }: Readings<readonly ResolvedAttachment[]>): Count {
  const inexact = upper.filter((attachment) => exactSet(attachment) === undefined);
  const least = Math.max(byExactSet(lower).size, Math.min(lower.length, 1));
  return between(least, new Set(estimate.map(likelySet)).size, byExactSet(upper).size + inexact.length, basisOf(upper));
}

/** Attachments by their exact set; those whose set is not exact are left out. */
export function byExactSet(attachments: readonly ResolvedAttachment[]): ReadonlyMap<string, readonly ResolvedAttachment[]> {
  const sets = Map.groupBy(attachments, (attachment) => exactSet(attachment) ?? NO_SET);
  sets.delete(NO_SET);
  return sets;
}

/** No set has this text: keys are never empty. */
const NO_SET = "?";

/** Different exact sets never share, so their minima add up; attachments whose set is not exact may share with any of them. */
function leastCombinations(attachments: readonly ResolvedAttachment[]): number {
  const perSet = [...byExactSet(attachments).values()].map(leastSubnets);
  return Math.max(sum(perSet), leastSubnets(attachments));
}

/** The least number of subnets that `attachments` touch together. */
function leastSubnets(attachments: readonly ResolvedAttachment[]): number {
  const certain = new Set(attachments.flatMap((a) => a.subnets.certain));
  return Math.max(certain.size, ...attachments.map((a) => a.subnets.least));
}

/** Different scopes may be different accounts, which never share. */
function mostCombinations(attachments: readonly ResolvedAttachment[]): number {
  const scopes = [...Map.groupBy(attachments, ({ scope }) => scope).values()];
  const perSet = scopes.flatMap((scope) => [...byExactSet(scope).values()].map(mostSubnets));
  const inexact = attachments.filter((a) => exactSet(a) === undefined).map((a) => a.subnets.most);
  return sum(perSet) + sum(inexact);
}

/** The most subnets that attachments of one set touch: closed lists choose from their candidates, open ones from anywhere. */
function mostSubnets(attachments: readonly ResolvedAttachment[]): number {
  const closed = attachments.filter((a) => !a.subnets.open);
  const candidates = new Set(closed.flatMap((a) => a.subnets.possible));
  const open = attachments.filter((a) => a.subnets.open).map((a) => a.subnets.most);
  return Math.min(candidates.size, sum(closed.map((a) => a.subnets.most))) + sum(open);
}

/** The marked cells of the likely reading, plus the least length of lists that show too little to be drawn in. */
function likelyCombinations(attachments: readonly ResolvedAttachment[]): number {
  const cells = new Set(attachments.flatMap((a) => likelyMembers(a.subnets).map((subnet) => `${subnet}\n${likelySet(a)}`)));
  const open = attachments.filter((a) => a.subnets.open);
  return cells.size + sum(open.map((a) => Math.max(0, a.subnets.least - a.subnets.likely.length)));
}

/** The text of the set that an attachment likely has: that of `setKey` where it shows. Sets that are equally uncertain in the same way are likely the same. */
export function likelySet({ securityGroups }: ResolvedAttachment): string {
  return setKey(likelyMembers(securityGroups)) + (securityGroups.open ? " + ?" : "");
}

/** The likely members of a selection. Those of a closed one that do not show by name are called after their candidates: alike where those are. */
function likelyMembers({ likely, possible, least, open }: Selection): readonly string[] {
  const candidates = possible.filter((key) => !likely.includes(key)).join(" or ");
  const unnamed = open ? 0 : Math.max(0, least - likely.length);
  return [...likely, ...Array.from({ length: unnamed }, (_, index) => `${index + 1} of ${candidates}`)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
