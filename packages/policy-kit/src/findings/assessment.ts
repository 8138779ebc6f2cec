import type { Undecided, Violation } from "./finding";

export type Severity = "low" | "medium" | "high" | "critical";

/** What one policy found in a stack, without what waivers tolerate, in canonical order. */
export interface Assessment {
  /** The id of the policy. */
  readonly policy: string;
  readonly severity: Severity;
  /** The level of its violations. Absent if it is unknown. */
  readonly level?: "advisory" | "mandatory";
  readonly violations: readonly Violation[];
  readonly undecided: readonly Undecided[];
  /** The level of what is undecided. */
  readonly onUndecided: "advisory" | "mandatory";
}
