import { expect, test } from "@jest/globals";
import { boundedText, boundsText, sumOf } from "./bounds-text";

test.each([
  [boundsText([1000, 1000, 1000]), "1,000"],
  [boundsText([2, 3, 4]), "2 to 4"],
  [boundsText([2, 3, null]), "at least 2"],
  [boundsText([null, 3, 4]), "at most 4"],
  [boundsText([null, null, null]), "unknown"],
  [boundsText([-12, -12, -3]), "−12 to −3"],
  [boundedText([1, 1, 1], "combination"), "1 combination"],
  [boundedText([1, 1, 2], "combination"), "1 to 2 combinations"],
])("%s", (text, expected) => expect(text).toBe(expected));

test("a sum is not bounded where one of its parts is not", () => {
  expect(sumOf([1, 2, null], [1, 1, 1])).toEqual([2, 3, null]);
});
