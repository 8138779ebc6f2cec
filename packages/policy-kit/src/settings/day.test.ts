import { expect, test } from "@jest/globals";
import { daysBetween, isDay } from "./day";

test.each([
  { text: "2027-02-28", exists: true },
  { text: "2027-02-29", exists: false },
  { text: "2028-02-29", exists: true },
  { text: "2027-02-30", exists: false },
  { text: "2027-04-31", exists: false },
  { text: "2027-13-01", exists: false },
  { text: "27-01-01", exists: false },
  { text: "31.12.2027", exists: false },
  { text: "2027-01-01T00", exists: false },
])("whether the calendar has $text: $exists", ({ text, exists }) => {
  expect(isDay(text)).toBe(exists);
});

test("days are counted over the end of a month and of a year", () => {
  expect([
    daysBetween("2027-02-28", "2027-03-01"),
    daysBetween("2026-12-31", "2027-01-01"),
    daysBetween("2027-01-02", "2027-01-01"),
  ]).toEqual([1, 1, -1]);
});
