import { causeName } from "../findings/cause";
import type { Finding } from "../findings/finding";
import { isLessWorse, limitOf, type Measure, worstOf } from "../findings/measure";
import { concerns, isExpired, mayConcern, type Waivable, type Waiver } from "./waiver";

/**
 * Whether `waiver` tolerates the finding on the day `today` (`2026-11-24`): one that it is about, and that is no worse than what it records.
 *
 * Laws: the waiver that records a finding tolerates it. It tolerates nothing of another policy, place or kind, no verdict that is worse, no other
 * cause, no worse number, and none that is further past its limit.
 */
export function tolerates(waiver: Waiver, waivable: Waivable, today: string): boolean {
  return concerns(waiver, waivable) && !isExpired(waiver, today) && isNoWorse(waiver, waivable.finding);
}

/**
 * Whether `waiver` may tolerate a finding of an update before its resources exist. Law: it may if it tolerates the finding of the same policy about
 * the same resources once they exist.
 */
export function mayTolerate(waiver: Waiver, waivable: Waivable, today: string): boolean {
  return mayConcern(waiver, waivable) && !isExpired(waiver, today) && isNoWorse(waiver, atBest(waivable.finding));
}

/** The finding with the best number that it may turn out to have: an update knows less before the resources exist. */
function atBest(finding: Finding): Finding {
  const { measure } = finding;
  if (measure === undefined) return finding;
  const best = isLessWorse(measure) ? measure.count.max : measure.count.min;
  return { ...finding, measure: { ...measure, count: { ...measure.count, min: best, likely: best, max: best } } };
}

/** Whether the finding is no worse than what the waiver records, in each respect. */
function isNoWorse(waiver: Waiver, finding: Finding): boolean {
  return isVerdictAllowed(waiver, finding) && areCausesAllowed(waiver, finding) && isNumberAllowed(waiver, finding.measure);
}

/** A violation is worse than a warning, and worse than what may be one. What may be a violation and a warning are not compared. */
export function isVerdictAllowed({ verdict }: Waiver, finding: Finding): boolean {
  return verdict === undefined || verdict === "violation" || verdict === finding.verdict;
}

/** The causes of what was undecided. A certain finding has none, and its waiver allows that it becomes undecided. */
function areCausesAllowed({ verdict, causes }: Waiver, finding: Finding): boolean {
  if (finding.verdict !== "undecided" || causes === undefined || verdict === "violation") return true;
  return [...finding.causes.keys()].every((cause) => causes.includes(causeName(cause)));
}

/** A waiver with a number never tolerates a finding without one. */
function isNumberAllowed(waiver: Waiver, measure: Measure | undefined): boolean {
  const found = allowedBy(waiver);
  if (found === undefined) return true;
  if (measure === undefined) return false;
  const [sign, worst] = [isLessWorse(measure) ? -1 : 1, worstOf(measure)];
  if (sign * worst > sign * found) return false;
  if (waiver.limit === undefined) return true;
  const limit = limitOf(measure);
  // Of an unknown limit it is unknown how far the number is past it.
  return limit !== undefined && sign * (worst - limit) <= sign * (found - waiver.limit);
}

/** The number that a waiver allows. */
export function allowedBy({ found, upTo }: Waiver): number | undefined {
  return found ?? upTo;
}
