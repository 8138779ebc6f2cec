import { expect, test } from "@jest/globals";
import { readingStatus } from "./reading-status";

test("the status is one line that changes a few times per second, and ends full", () => {
  const [lines, clock]: [string[], { time: number }] = [[], { time: 0 }];
  const report = readingStatus(
    "us-east-1",
    (line) => lines.push(line),
    () => clock.time,
  );
  report({ part: "functions" });
  for (const done of [1, 2, 3, 4]) {
    clock.time += 60;
    report({ part: "functions", done, total: 4 });
  }
  expect(lines).toEqual([
    "Reading functions, us-east-1…",
    "[###############               ] 2 of 4 functions, us-east-1",
    "[##############################] 4 of 4 functions, us-east-1",
  ]);
});

test("nothing is shown where nobody waits", () => {
  expect(() => readingStatus("", undefined)({ part: "functions" })).not.toThrow();
});
