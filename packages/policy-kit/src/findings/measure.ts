import { type Count, formatCounted } from "@lambda-vpc/model";
import { parseReport, type ReportText } from "./report-text";

/** A number that a finding is about, such as 36 combinations. */
export interface Measure {
  readonly count: Count;
  /** What is counted, in the singular. */
  readonly noun: string;
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
