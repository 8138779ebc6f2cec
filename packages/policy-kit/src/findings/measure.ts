import { type Count, formatCounted } from "@lambda-vpc/model";

/** A number that a finding is about, such as 36 combinations. */
export interface Measure {
  readonly count: Count;
  /** What is counted, in the singular. */
  readonly noun: string;
}

/** What a finding says, its measure first. */
export function measured({ measure, what }: { readonly measure?: Measure; readonly what: string }): string {
  return measure === undefined ? what : `${formatCounted(measure.count, measure.noun)} ${what}`;
}

/** The most that a printed message says there may be, where it begins with a measure. Law: it is the max of the count that was printed. */
export function measuredIn(message: string): number | undefined {
  const [, exact, most] = /^(?:undecided: )?(?:(\d+)|between \d+ and (\d+)(?: \(likely \d+\))?) /.exec(message) ?? [];
  const number = exact ?? most;
  return number === undefined ? undefined : Number(number);
}
