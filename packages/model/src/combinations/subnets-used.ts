import type { Alternative } from "../selections/alternative";
import { DisjointSets } from "./disjoint-sets";
import type { Key } from "../facts/key";
import type { ResolvedAttachment } from "./resolved-attachment";
import type { Selection } from "../selections/selection";
import { largest } from "../count/extremes";

/*
 * How many subnets several attachments use together. Each uses what is certain of its list, and an alternative:
 *
 *               a     b     c     d     e
 *     orders    ●     ●                             certain: {a, b}
 *     users                 ?     ?                 {c} or {d}: none of them is certain, so 3 subnets are used
 *     reports   ?     ?                 ?           {a, b} or {e}: 3 or 4 are used, depending on users
 */

/**
 * The fewest subnets that `attachments` use together. Attachments whose lists have no possible element in common never share, so their numbers
 * are added. An open list may share with any.
 */
export function leastSubnets(attachments: readonly ResolvedAttachment[]): number {
  const closed = attachments.filter(({ subnets }) => !subnets.open);
  const apart = partition(closed.map(({ subnets }) => subnets));
  const open = attachments.filter(({ subnets }) => subnets.open).map(({ subnets }) => subnets);
  const certain = new Set(attachments.flatMap(({ subnets }) => subnets.certain));
  return Math.max(certain.size, sum(apart.map(leastOfConnected)), ...open.map(({ least }) => least));
}

/** Selections in groups that have no possible key in common. */
function partition(selections: readonly Selection[]): readonly (readonly Selection[])[] {
  const sets = new DisjointSets<Selection | Key>();
  for (const selection of selections) for (const key of selection.possible) sets.union(selection, key);
  return [...Map.groupBy(selections, (selection) => sets.rootOf(selection)).values()];
}

/** At least what is certain, and of one of the selections what none of the others certainly uses. */
function leastOfConnected(selections: readonly Selection[]): number {
  const certain = new Set(selections.flatMap((selection) => selection.certain));
  const further = selections.map((selection) =>
    Math.min(...partsOf(selection).map(({ keys, least }) => Math.max(0, least - keys.filter((key) => certain.has(key)).length))),
  );
  return certain.size + largest(further, 0);
}

/**
 * The most subnets that `attachments` of one set use together: closed lists name candidates, open lists may name any subnet. Attachments whose
 * lists have one origin use the same subnets.
 */
export function mostSubnets(attachments: readonly ResolvedAttachment[]): number {
  const selections = withDifferentOrigins(attachments.map(({ subnets }) => subnets));
  const closed = selections.filter(({ open }) => !open);
  const certain = new Set(closed.flatMap((selection) => selection.certain));
  const candidates = new Set(closed.flatMap((selection) => selection.possible));
  const further = closed.map((selection) =>
    Math.max(...partsOf(selection).map(({ keys, most }) => Math.min(most, keys.filter((key) => !certain.has(key)).length))),
  );
  const open = selections.filter((selection) => selection.open).map(({ most }) => most);
  return Math.min(candidates.size, certain.size + sum(further)) + sum(open);
}

function withDifferentOrigins(selections: readonly Selection[]): readonly Selection[] {
  return [...new Map(selections.map((selection) => [selection.origin ?? selection, selection])).values()];
}

/** What a closed selection may have in addition to its certain keys. */
function partsOf({ certain, possible, least, most, alternatives }: Selection): readonly Alternative[] {
  if (alternatives !== undefined) return alternatives;
  const keys = possible.filter((key) => !certain.includes(key));
  return [{ keys, least: least - certain.length, most: most - certain.length }];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
