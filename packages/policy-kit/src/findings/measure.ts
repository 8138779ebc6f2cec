import { type Count, displayName, formatCounted, type Key, resourceName } from "@lambda-vpc/model";
import { parseReport, type ReportText } from "./report-text";

/** A number that a finding is about, such as 36 combinations. */
export interface Measure {
  readonly count: Count;
  /** What is counted, in the singular. */
  readonly noun: string;
  /** The limit in force, if more is worse. A waiver records how far the count is past it. */
  readonly atMost?: number;
  /** The limit in force, if less is worse. */
  readonly atLeast?: number;
  /** What is counted, or what causes the number. A waiver records their names, and a later finding names those that are new. */
  readonly members?: readonly Member[];
}

/** One of the things that a number is about. */
export interface Member {
  /** Its name in a waiver: the same in every preview. */
  readonly name: string;
  /** Its name in a message, if it states more. */
  readonly label?: string;
}

/** The resources as members, by their names. */
export function membersOf(keys: readonly Key[]): readonly Member[] {
  return keys.map((key) => ({ name: resourceName(key), label: displayName(key) }));
}

/** The worst number that the count may turn out to be. */
export function worstOf(measure: Measure): number {
  return isLessWorse(measure) ? measure.count.min : measure.count.max;
}

/** Whether less is worse, such as fewer availability zones. */
export function isLessWorse({ atLeast }: Measure): boolean {
  return atLeast !== undefined;
}

/** The limit in force. */
export function limitOf({ atMost, atLeast }: Measure): number | undefined {
  return atMost ?? atLeast;
}

/** The fact of a finding, its measure first. */
export function measured({ measure, what }: { readonly measure?: Measure; readonly what: string }): string {
  return measure === undefined ? what : `${formatCounted(measure.count, measure.noun)} ${what}`;
}

/** The most that a printed message counts, if it begins with a measure. Law: it is the max of the count that was printed. */
export function measuredIn(message: string): number | undefined {
  const [, number] = /^(?:\d+ to )?(\d+) /.exec(factOf(parseReport(message))) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** The fact that a report states first. */
function factOf(text: ReportText): string {
  switch (text.kind) {
    case "violation":
      return text.what;
    case "undecided":
      return text.findings[0] ?? "";
    case "statement":
      return text.text;
    default:
      return "";
  }
}
