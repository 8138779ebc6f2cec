import * as v from "valibot";
import { accepting } from "../configuration/schema";

/** Whether the calendar has this day. It has no 2026-02-30. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The days from one day to another; negative if it is earlier. Both exist. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A time in UTC, such as `2026-12-01T09:30:00Z`, or a day. */
export const time = accepting(
  v.config(
    v.pipe(
      v.string(),
      v.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?$/),
      v.check((text) => isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))),
    ),
    { abortPipeEarly: true },
  ),
  "a time in UTC such as 2026-12-01T09:30:00Z, or a day",
);

/** A calendar day. */
export const day = accepting(
  v.config(v.pipe(v.string(), v.regex(DAY), v.check(isDay)), { abortPipeEarly: true }),
  "a day such as 2027-03-31",
);
