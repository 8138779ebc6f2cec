import { compareKeys, type Key } from "@lambda-vpc/model";
import type { Severity } from "./policy-findings";
import type { ReportLevel } from "./report";

/** What decides where the engine prints something. */
export interface Printed {
  readonly policy: string;
  readonly severity: Severity;
  readonly level: ReportLevel;
  /** Absent if it is about the stack as a whole. */
  readonly subject?: Key;
}

const levels: readonly ReportLevel[] = ["mandatory", "advisory"];
const severities: readonly Severity[] = ["critical", "high", "medium", "low"];

/** The order in which the engine prints reports (docs/engine-facts.md#order-of-findings). */
export function inPrintedOrder(left: Printed, right: Printed): number {
  return (
    levels.indexOf(left.level) - levels.indexOf(right.level) ||
    severities.indexOf(left.severity) - severities.indexOf(right.severity) ||
    compareKeys(left.policy, right.policy) ||
    compareKeys(left.subject ?? "", right.subject ?? "")
  );
}
