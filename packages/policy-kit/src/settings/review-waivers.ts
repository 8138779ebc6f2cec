import { closest } from "fastest-levenshtein";
import type { Report } from "../findings/report";
import type { FormerIds } from "./former-ids";
import { concerns, isExpired, tolerates, type Waivable, type Waiver } from "./waiver";

/** What happened in one analysis of a stack, as far as waivers care. */
export interface Analysed {
  /** The policies that ran: of the others nobody knows whether a waiver is needed. */
  readonly policies: ReadonlySet<string>;
  readonly findings: readonly Waivable[];
  /** The day of it. */
  readonly today: string;
}

/** What is to be said of the waivers themselves, in their order: wrong and former names, expired ones, those that nothing needs, and limits that can be lowered. */
export function reviewWaivers(
  waivers: readonly Waiver[],
  analysed: Analysed,
  names: readonly string[],
  former: FormerIds = new Map(),
): readonly Report[] {
  return waivers.flatMap((waiver) => {
    const message = reviewName(waiver, former) ?? review(waiver, analysed, names);
    return message === undefined ? [] : [{ message }];
  });
}

function reviewName({ policy, subject, reason }: Waiver, former: FormerIds): string | undefined {
  const present = former.get(policy);
  return present === undefined
    ? undefined
    : `the waiver of ${policy} for ${subject} (${reason}) holds, but that policy is called ${present} now: write that.`;
}

function review(waiver: Waiver, { policies, findings, today }: Analysed, names: readonly string[]): string | undefined {
  const { policy, subject, reason, expires, upTo } = waiver;
  const called = `the waiver of ${policy} for ${subject} (${reason})`;
  if (!names.includes(policy)) return `${called} names no policy of this pack: did you mean "${closest(policy, [...names])}"?`;
  if (!policies.has(policy)) return undefined;
  const concerned = findings.filter((finding) => concerns(waiver, finding));
  if (concerned.length === 0) return `${called} is not needed any more: nothing is found there. Remove it.`;
  if (isExpired(waiver, today)) return `${called} expired on ${expires}: mend what it tolerated, or set a new day.`;
  if (!concerned.some((finding) => tolerates(waiver, finding, today)))
    return `${called} tolerates up to ${upTo ?? 0}, and ${concerned.some(isUnmeasured) ? "what is found has no number" : "there is more now"}: see the finding.`;
  const most = Math.max(...concerned.map(({ finding }) => finding.measure?.count.max ?? Number.POSITIVE_INFINITY));
  return upTo !== undefined && most < upTo ? `${called} tolerates up to ${upTo}, and ${most} would do now: lower it.` : undefined;
}

function isUnmeasured({ finding }: Waivable): boolean {
  return finding.measure === undefined;
}
