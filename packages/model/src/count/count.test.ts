import { describe, expect, test } from "@jest/globals";
import { atMost, between, type Count, counted, exactly, formatCount, formatCounted, isExact, plus, reduction, restingOn } from "./count";

describe("a count against a limit", () => {
  test.each([
    { verdict: "ok", when: "even its max keeps it", count: between(1, 3, 5, "dependencies") },
    { verdict: "undecided", when: "its max breaks it and its min does not", count: between(5, 6, 6, "dependencies") },
    { verdict: "violation", when: "even its min breaks it", count: between(6, 6, 9, "dependencies") },
  ])("is $verdict where $when", ({ verdict, count }) => {
    expect(atMost(count, 5)).toBe(verdict);
  });
});

describe("a likely number", () => {
  test.each([
    [0, 2],
    [3, 3],
    [9, 5],
  ])("of %i between 2 and 5 is %i", (likely, clamped) => {
    expect(between(2, likely, 5, "known").likely).toBe(clamped);
  });
});

describe("a reduction", () => {
  const before: Count = between(4, 6, 8, "known");

  test("is at least from the min to the other's max, at most from the max to the other's min", () => {
    expect(reduction(before, between(1, 2, 3, "known"))).toEqual({ min: 1, likely: 4, max: 7, basis: "known" });
  });

  test("is never below zero", () => {
    expect(reduction(before, between(5, 7, 9, "known"))).toEqual({ min: 0, likely: 0, max: 3, basis: "known" });
    expect(reduction(exactly(1), exactly(2))).toEqual(exactly(0));
  });

  test("rests on what either count rests on", () => {
    expect(reduction(before, exactly(1, "dependencies")).basis).toBe("dependencies");
    expect(reduction(exactly(1, "dependencies"), before).basis).toBe("dependencies");
  });
});

test("two counts together have their bounds added up, and rest on what either rests on", () => {
  expect(plus(between(1, 2, 3, "known"), between(4, 6, 8, "dependencies"))).toEqual({ min: 5, likely: 8, max: 11, basis: "dependencies" });
});

test("a figure that rests on dependencies too no longer is known, and keeps its bounds", () => {
  expect(restingOn("dependencies", exactly(3))).toEqual({ min: 3, likely: 3, max: 3, basis: "dependencies" });
  expect(restingOn("known", exactly(3, "dependencies")).basis).toBe("dependencies");
});

test("a count is exact where its bounds meet", () => {
  expect(isExact(exactly(3, "dependencies"))).toBe(true);
  expect(isExact(between(3, 3, 4, "known"))).toBe(false);
});

test("a count reads as its number, or as its bounds with what is likely", () => {
  expect(formatCount(exactly(36))).toBe("36");
  expect(formatCount(between(12, 24, 36, "dependencies"))).toBe("12 to 36 (likely 24)");
  expect(formatCount(between(12, 24, Infinity, "known"))).toBe("at least 12 (likely 24)");
  expect(formatCount(between(-Infinity, 24, 36, "known"))).toBe("at most 36 (likely 24)");
});

test("a count of things reads as its number and noun", () => {
  expect(formatCounted(exactly(1), "combination")).toBe("1 combination");
  expect(formatCounted(exactly(36), "combination")).toBe("36 combinations");
  expect(formatCounted(between(0, 1, 1, "known"), "address")).toBe("0 to 1 addresses (likely 1)");
});

test("a number of things agrees with its noun", () => {
  expect([counted(0, "function"), counted(1, "function"), counted(2, "entry", "entries"), counted(2, "address")]).toEqual([
    "0 functions",
    "1 function",
    "2 entries",
    "2 addresses",
  ]);
});
