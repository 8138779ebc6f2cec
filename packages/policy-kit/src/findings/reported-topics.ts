import { type Key, uncertainties, type Uncertainty } from "@lambda-vpc/model";
import type { Undecided } from "./finding";

type Level = "advisory" | "mandatory";

/**
 * The subjects of causes with a topic that the policies of one stack have reported. Several policies are undecided for the same reason, and the
 * reason is printed once. Laws: each subject is reported once at each level, and not at all at the lower level after the higher one.
 */
export class ReportedTopics {
  private readonly subjects: Readonly<Record<Level, Map<Uncertainty, Set<Key>>>> = { advisory: new Map(), mandatory: new Map() };

  /** Reports `subjects` at `level`, and returns those that were not reported before. */
  report(cause: Uncertainty, subjects: readonly Key[], level: Level): readonly Key[] {
    const further = subjects.filter((subject) => !this.isReported(cause, subject, level));
    const reported = this.subjects[level];
    reported.set(cause, new Set([...(reported.get(cause) ?? []), ...subjects]));
    return further;
  }

  /** Counts expected findings that waivers tolerate as reported: who accepts the reason for one policy accepts it. */
  accept(findings: readonly Undecided[], level: Level): void {
    for (const { causes } of findings.filter(({ expected }) => expected === true))
      for (const [cause, subjects] of causes) if (uncertainties[cause].topic !== undefined) this.report(cause, subjects, level);
  }

  private isReported(cause: Uncertainty, subject: Key, level: Level): boolean {
    const levels: readonly Level[] = level === "advisory" ? ["advisory", "mandatory"] : ["mandatory"];
    return levels.some((one) => this.subjects[one].get(cause)?.has(subject) === true);
  }
}
