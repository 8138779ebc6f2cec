import { expect, test } from "@jest/globals";
import { countText, numberText } from "./number-text";

test.each([
  [0, "0"],
  [1000, "1,000"],
  [979.1666, "979.2"],
])("%d is written %s", (number, text) => expect(numberText(number)).toBe(text));

test.each([
  [countText(1, "function"), "1 function"],
  [countText(0, "function"), "0 functions"],
  [countText(2, "address", "addresses"), "2 addresses"],
])("%s", (text, expected) => expect(text).toBe(expected));
