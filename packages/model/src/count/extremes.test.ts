import { expect, test } from "@jest/globals";
import { largest, smallest } from "./extremes";

test("the extremes of more numbers than a call can take are found", () => {
  const numbers = Array.from({ length: 500_000 }, (_, index) => (index * 7919) % 500_000);
  expect([smallest(numbers), largest(numbers)]).toEqual([0, 499_999]);
});

test("the extremes of nothing are the bounds", () => {
  expect([smallest([]), largest([]), largest([], 3), largest([2], 3)]).toEqual([Infinity, -Infinity, 3, 3]);
});
