import type { Key } from "@lambda-vpc/model";
import type { Finding } from "./finding";
import type { Message } from "./message";

/** The levels at which something is reported. */
export type ReportLevel = "advisory" | "mandatory";

/** One entry of a preview's policy section. */
export interface Report {
  /** Absent if it is about the stack as a whole. */
  readonly subject?: Key;
  /** See `ReportText`. */
  readonly message: Message;
  /** Absent if the level that the user chose for the policy applies. */
  readonly level?: ReportLevel;
  /** What it states; absent if it is about a configuration. */
  readonly findings?: readonly Finding[];
  /** Set if a policy or a setting is configured wrongly: what it would have found is unknown. */
  readonly checkedNothing?: true;
}

/** Each report once, even if a policy found it several times. */
export function distinct(reports: readonly Report[]): readonly Report[] {
  const same = Map.groupBy(reports, ({ subject, message, level }) => JSON.stringify([subject, message, level]));
  return [...same.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return others.length === 0 ? [first] : [{ ...first, findings: [first, ...others].flatMap(({ findings = [] }) => findings) }];
  });
}
