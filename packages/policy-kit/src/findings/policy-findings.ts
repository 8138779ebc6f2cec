import type { Undecided, Violation } from "./finding";
import type { Report, ReportLevel } from "./report";

export type Severity = "low" | "medium" | "high" | "critical";

/** What one policy found in a stack, without what waivers tolerate, in canonical order. */
export interface PolicyFindings {
  /** The id of the policy. */
  readonly policy: string;
  readonly severity: Severity;
  /** The level of its violations. Absent if it is unknown. */
  readonly level?: ReportLevel;
  readonly violations: readonly Violation[];
  readonly undecided: readonly Undecided[];
  /** The level of what is undecided. */
  readonly onUndecided: ReportLevel;
}

/** Whether something is what a policy found, and not reports that are complete. */
export function isPolicyFindings(decided: readonly Report[] | PolicyFindings): decided is PolicyFindings {
  return "violations" in decided;
}
