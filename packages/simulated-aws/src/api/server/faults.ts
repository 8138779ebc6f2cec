import { matchesFilterPattern } from "../../account/vpc/filter-pattern";

/** Failures on purpose, so that clients can be tested. */
export interface Faults {
  /** Each call with this number is throttled: 3 throttles the third, the sixth and so on. */
  readonly throttleEvery?: number;
  /** IAM actions that the caller may not call. `*` stands for any text. */
  readonly denied: readonly string[];
  /** The time before each answer, in milliseconds. */
  readonly latency: number;
  /** Each answer with this number ends half way, with its connection. */
  readonly cutEvery?: number;
  /** ARNs of roles that nobody may assume. `*` stands for any text. */
  readonly deniedRoles: readonly string[];
  /** Resource types that AWS Config does not record: in all accounts, or after `ACCOUNT/` in one. */
  readonly unrecorded: readonly string[];
  /** Whether Service Quotas has the default values only. */
  readonly defaultQuotas: boolean;
  /** Whether all credentials have expired. */
  readonly expired: boolean;
}

export const NO_FAULTS: Faults = { denied: [], deniedRoles: [], unrecorded: [], latency: 0, defaultQuotas: false, expired: false };

/** Whether one of the patterns matches an IAM action. As in IAM, case does not matter. */
export function matchesAction(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => matchesFilterPattern(pattern.toLowerCase(), action.toLowerCase()));
}
