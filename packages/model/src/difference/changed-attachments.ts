import type { ResolvedAttachment } from "../combinations/resolved-attachment";
import { isExactSelection, type Selection } from "../selections/selection";

/** Texts of selections, computed once for each object: equal selections have equal texts. */
const texts = new WeakMap<Selection, string>();

/** What a list stands for, as a text. What hands out an exact list does not matter. */
export function selectionText(selection: Selection): string {
  const present = texts.get(selection);
  if (present !== undefined) return present;
  const { certain, likely, possible, least, most, open, alternatives, origin } = selection;
  const text = JSON.stringify([
    certain,
    likely,
    possible,
    least,
    most,
    open,
    alternatives,
    isExactSelection(selection) ? undefined : origin,
  ]);
  texts.set(selection, text);
  return text;
}

/**
 * The text of one function with what it requests. A function whose lists show the same before and after is taken as unchanged, also if ids in them are
 * unknown: the same program gives it the same ids.
 */
export function attachmentText({ consumer, scope = "", subnets, securityGroups }: ResolvedAttachment): string {
  return `${consumer}\n${scope}\n${selectionText(subnets)}\n${selectionText(securityGroups)}`;
}

/** The attachments of `some` that `others` do not contain. */
export function notIn(others: readonly ResolvedAttachment[], some: readonly ResolvedAttachment[]): readonly ResolvedAttachment[] {
  const present = new Set(others.map(attachmentText));
  return some.filter((one) => !present.has(attachmentText(one)));
}
