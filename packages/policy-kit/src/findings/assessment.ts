import type { Undecided, Violation } from "./finding";
import type { Report, ReportLevel } from "./report";

export type Severity = "low" | "medium" | "high" | "critical";

/** What one policy found in a stack, without what waivers tolerate, in canonical order. */
export interface Assessment {
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

/** Whether something is an assessment, and not reports that are complete. */
export function isAssessment(decided: readonly Report[] | Assessment): decided is Assessment {
  return "violations" in decided;
}
