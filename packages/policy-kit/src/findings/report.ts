import type { Key } from "@lambda-vpc/model";

/** One entry of a preview's policy section. */
export interface Report {
  /** Absent if it is about the stack as a whole. */
  readonly subject?: Key;
  /** See `ReportText`. */
  readonly message: string;
  /** Absent if the level that the user chose for the policy applies. */
  readonly level?: "advisory" | "mandatory";
}

/** Each report once, even if a policy found it several times. */
export function distinct(reports: readonly Report[]): readonly Report[] {
  return [...new Map(reports.map((one) => [JSON.stringify([one.subject, one.message, one.level]), one])).values()];
}
