import { type Alike, groupAlike } from "./alike";
import type { PolicyFindings } from "./policy-findings";
import type { Violation } from "./finding";
import { inPrintedOrder, type Printed } from "./printed-order";
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
  of(all: readonly PolicyFindings[]): ReadonlyMap<string, readonly Report[]> {
    for (const one of all) this.remember(one);
    const blocks = all.flatMap((one) => this.blocksOf(one)).sort(inPrintedOrder);
    const violations = blocks.map((block) => ({ policy: block.policy, report: this.report(block) }));
    const undecided = sharedLines(all).map(({ policy, ...report }) => ({ policy, report }));
    const byPolicy = Map.groupBy([...violations, ...undecided], ({ policy }) => policy);
    return new Map(all.map(({ policy }) => [policy, (byPolicy.get(policy) ?? []).map(({ report }) => report)]));
  }

  private remember({ level, violations }: PolicyFindings): void {
    for (const { verdict, removes = [] } of violations) {
      const at = verdict === "warning" ? "advisory" : level;
      if (at !== undefined) for (const cause of removes) if (this.removed.get(cause) !== "mandatory") this.removed.set(cause, at);
    }
  }

  private blocksOf({ policy, severity, level, violations }: PolicyFindings): readonly Block[] {
    const remaining = violations.filter((violation) => !this.isRemoved(violation, level));
    return groupAlike(remaining).map((entry) => {
      const { subject, verdict } = violationOf(entry);
      const isWarning = verdict === "warning";
      return { policy, severity, subject, entry, level: isWarning ? "advisory" : (level ?? "mandatory") };
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
interface Block extends Required<Printed> {
  readonly entry: Violation | Alike;
}
