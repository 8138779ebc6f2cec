import { expect, test } from "@jest/globals";
import { oldFormula, oldFormulaText } from "./old-formula";

const withScale = (key: string, concurrency: number, memory: number) => ({ key, scale: { concurrency, memory } });

test("the addresses of all functions are added, and their sum is rounded up", () => {
  expect(oldFormula([])).toBe(0);
  expect(oldFormula([{ concurrency: 1000, memory: 1536 }])).toBe(500);
  expect(
    oldFormula([
      { concurrency: 1000, memory: 1536 },
      { concurrency: 1, memory: 128 },
    ]),
  ).toBe(501);
});

test("without the scale of one function there is no result", () => {
  expect(oldFormula([{ concurrency: 1000, memory: 1536 }, undefined])).toBeUndefined();
});

test("the sentence counts only the users of the subnet", () => {
  const functions = [withScale("orders", 1000, 1536), withScale("users", 2000, 1536)];
  expect(oldFormulaText(["orders"], functions)).toBe("The formula of 2018 (500 addresses) does not apply: functions share ENIs.");
  expect(oldFormulaText(["orders", "stock"], functions)).toBe("The formula of 2018 does not apply: functions share ENIs.");
});
