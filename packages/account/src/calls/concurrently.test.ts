import { expect, test } from "@jest/globals";
import { setTimeout } from "node:timers/promises";
import { concurrently } from "./concurrently";

test.each([1, 3, 8])("at most %d calls run at the same time, and the results keep the order of the items", async (limit) => {
  let [running, most] = [0, 0];
  const results = await concurrently(limit, [5, 1, 4, 2, 3, 0], async (item) => {
    most = Math.max(most, ++running);
    await setTimeout(item);
    running--;
    return item * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30, 0]);
  expect(most).toBe(Math.min(limit, 6));
});

test("the first error ends it, and no further item is begun", async () => {
  const begun: number[] = [];
  const run = concurrently(2, [0, 1, 2, 3, 4, 5], async (item) => {
    begun.push(item);
    await setTimeout(item === 0 ? 1 : 20);
    if (item === 0) throw new Error("stopped");
  });
  await expect(run).rejects.toThrow("stopped");
  expect(begun).toEqual([0, 1]);
});
