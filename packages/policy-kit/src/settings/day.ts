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

/** A calendar day. */
export const day = accepting(
  v.config(v.pipe(v.string(), v.regex(DAY), v.check(isDay)), { abortPipeEarly: true }),
  "a day such as 2027-03-31",
);
