import { compareKeys } from "@lambda-vpc/model";
import { type Alike, groupAlike } from "./alike";
import type { Assessment, Severity } from "./assessment";
import type { Violation } from "./finding";
import type { Report, ReportLevel } from "./report";
import { sharedLines } from "./undecided";
import { violationOf, violationReport } from "./violation-report";

/**
 * What a person reads of the policies of one pack in one preview: one block for each cause, each explanation once
 * (docs/decisions/0023-few-words.md). It remembers what it has printed; policies that are decided later repeat nothing of it.
 */
export class PreviewReports {
  private estimated = false;
  private readonly reasons = new Set<string>();
  private readonly removed = new Map<string, ReportLevel>();

  /**
   * The reports of each policy. Laws: each finding is in a report at its level or above, except for a violation whose cause the fix of another
   * violation removes, at its level or above; the explanation is in the report that the engine prints first.
   */
  of(assessments: readonly Assessment[]): ReadonlyMap<string, readonly Report[]> {
    for (const assessment of assessments) this.remember(assessment);
    const blocks = assessments.flatMap((assessment) => this.blocksOf(assessment)).sort(inPrintedOrder);
    const violations = blocks.map((block) => ({ policy: block.policy, report: this.report(block) }));
    const undecided = sharedLines(assessments).map(({ policy, ...report }) => ({ policy, report }));
    const byPolicy = Map.groupBy([...violations, ...undecided], ({ policy }) => policy);
    return new Map(assessments.map(({ policy }) => [policy, (byPolicy.get(policy) ?? []).map(({ report }) => report)]));
  }

  private remember({ level, violations }: Assessment): void {
    for (const { verdict, removes = [] } of violations) {
      const at = verdict === "warning" ? "advisory" : level;
      if (at !== undefined) for (const cause of removes) if (this.removed.get(cause) !== "mandatory") this.removed.set(cause, at);
    }
  }

  private blocksOf({ policy, severity, level, violations }: Assessment): readonly Block[] {
    const remaining = violations.filter((violation) => !this.isRemoved(violation, level));
    return groupAlike(remaining).map((entry) => {
      const isWarning = violationOf(entry).verdict === "warning";
      return { policy, severity, entry, level: isWarning ? "advisory" : (level ?? "mandatory") };
    });
  }

  /** An unknown level may be any: then nothing is left out. */
  private isRemoved({ verdict, cause }: Violation, level: ReportLevel | undefined): boolean {
    const by = cause === undefined ? undefined : this.removed.get(cause);
    const own = verdict === "warning" ? "advisory" : level;
    return by !== undefined && own !== undefined && (by === "mandatory" || own === "advisory");
  }

  private report({ policy, entry }: Block): Report {
    const { why, basis } = violationOf(entry);
    const reason = JSON.stringify([policy, why]);
    const report = violationReport(entry, { why: this.reasons.has(reason), estimated: this.estimated });
    this.reasons.add(reason);
    this.estimated ||= basis === "dependencies";
    return report;
  }
}

/** What one report states. */
interface Block {
  readonly policy: string;
  readonly severity: Severity;
  readonly level: ReportLevel;
  readonly entry: Violation | Alike;
}

const levels: readonly ReportLevel[] = ["mandatory", "advisory"];
const severities: readonly Severity[] = ["critical", "high", "medium", "low"];

/** The order in which the engine prints reports (docs/engine-facts.md#order-of-findings). */
function inPrintedOrder(left: Block, right: Block): number {
  return (
    levels.indexOf(left.level) - levels.indexOf(right.level) ||
    severities.indexOf(left.severity) - severities.indexOf(right.severity) ||
    compareKeys(left.policy, right.policy) ||
    compareKeys(violationOf(left.entry).subject, violationOf(right.entry).subject)
  );
}
