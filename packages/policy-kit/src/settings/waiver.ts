import { matchesPattern } from "@lambda-vpc/model";
import type { Finding } from "../findings/finding";
import * as v from "valibot";
import { text, textOf, type ValueOf, wholeNumber } from "../configuration/schema";

const day = textOf(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "a day such as 2027-03-31");

/** A waiver as it stands in a configuration. */
export const waiverShape = v.strictObject({
  policy: text(),
  subject: text(),
  reason: text(),
  expires: day,
  upTo: v.exactOptional(wholeNumber({ minimum: 0 })),
});

/**
 * Findings that a team accepts until a day: those of `policy` about `subject` (a URN, or a pattern in which `*` stands for any run of
 * characters) through the day `expires` (UTC). With `upTo` only findings about a number, while it is no greater.
 */
export type Waiver = ValueOf<typeof waiverShape>;

/** A finding of a policy, of those that waivers may tolerate. */
export interface Waivable {
  readonly policy: string;
  readonly finding: Finding;
}

/** Whether the policy and the subject of `waiver` match the finding. Its day and its limit are ignored. */
export function concerns(waiver: Waiver, { policy, finding }: Waivable): boolean {
  return waiver.policy === policy && matchesPattern(waiver.subject, finding.subject);
}

/** Whether `waiver` tolerates the finding on the day `today` (`2026-11-24`). */
export function tolerates(waiver: Waiver, waivable: Waivable, today: string): boolean {
  return concerns(waiver, waivable) && !isExpired(waiver, today) && withinLimit(waiver, waivable.finding);
}

export function isExpired({ expires }: Waiver, today: string): boolean {
  return expires < today;
}

/** A limit never tolerates a finding without a number. */
function withinLimit({ upTo }: Waiver, { measure }: Finding): boolean {
  return upTo === undefined || (measure !== undefined && measure.count.max <= upTo);
}
