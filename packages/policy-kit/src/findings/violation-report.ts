import { fixText } from "../fix/fix-text";
import { type Alike, fixOf, headingOf } from "./alike";
import type { Violation } from "./finding";
import { measured } from "./measure";
import type { Report } from "./report";
import { formatReport } from "./report-text";

/** What a report need not repeat, because an earlier one of the preview states it. */
export interface Known {
  readonly why: boolean;
  readonly estimated: boolean;
}

const NOTHING: Known = { why: false, estimated: false };

/** The report of a violation, or of several that have one cause. */
export function violationReport(entry: Violation | Alike, known: Known = NOTHING): Report {
  const violation = violationOf(entry);
  const { verdict, subject, why, fix, basis } = violation;
  const text = {
    what: measured(violation),
    estimated: basis === "dependencies" && !known.estimated,
    ...(known.why ? {} : { why }),
  };
  const message =
    "first" in entry
      ? formatReport({ kind: "alike", heading: headingOf(entry), fix: fixOf(entry), ...text })
      : formatReport({ kind: "violation", fix: fixText(fix), ...text });
  return { subject, message, ...(verdict === "warning" ? { level: "advisory" } : {}) };
}

/** The violation that a report states in full. */
export function violationOf(entry: Violation | Alike): Violation {
  return "first" in entry ? entry.first : entry;
}
