import { closest } from "fastest-levenshtein";
import type { Report } from "../findings/report";
import type { FormerIds } from "./former-ids";
import { concerns, isExpired, tolerates, type Waivable, type Waiver } from "./waiver";

/** What waivers are reviewed against: one analysis of a stack. */
export interface Analysed {
  /** The policies that ran to their end. Whether a waiver of another policy is needed is unknown. */
  readonly policies: ReadonlySet<string>;
  readonly findings: readonly Waivable[];
  /** The day of it. */
  readonly today: string;
}

/** Reports about the waivers themselves, in their order: wrong and former names, expired waivers, waivers that match nothing, and limits that can be lowered. */
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
    : `The waiver of ${policy} for ${subject} (${reason}) applies. The policy was renamed to ${present}. Use the new name.`;
}

function review(waiver: Waiver, { policies, findings, today }: Analysed, names: readonly string[]): string | undefined {
  const { policy, subject, reason, expires, upTo } = waiver;
  const called = `The waiver of ${policy} for ${subject} (${reason})`;
  if (!names.includes(policy)) return `${called} names an unknown policy. Did you mean "${closest(policy, [...names])}"?`;
  if (!policies.has(policy)) return undefined;
  const concerned = findings.filter((finding) => concerns(waiver, finding));
  if (concerned.length === 0) return `${called} matches no finding. Remove it.`;
  if (isExpired(waiver, today)) return `${called} expired on ${expires}. Fix the finding, or set a later day.`;
  const most = Math.max(...concerned.map(({ finding }) => finding.measure?.count.max ?? Infinity));
  const found = most === Infinity ? "a finding without a number" : most;
  if (!concerned.some((finding) => tolerates(waiver, finding, today)))
    return `${called} allows ${upTo ?? 0}, found ${found}. See the finding.`;
  return upTo !== undefined && most < upTo ? `${called} allows ${upTo}, found ${most}. Lower the limit.` : undefined;
}
