import { beforeEach, expect, test } from "@jest/globals";
import { logInterval, progressLine } from "./progress-line";

let written: string[];
let clock: number;
beforeEach(() => {
  written = [];
  clock = 0;
});
const write = (text: string): number => written.push(text);
const now = (): number => clock;

test("a log gets one line per interval, and none for work that ends earlier", () => {
  const progress = progressLine({ write }, now);
  for (; clock <= 2.5 * logInterval; clock += 1_000) progress.update(`${clock / 1_000} s`);
  progress.end();
  expect(written).toEqual(["20 s\n", "40 s\n"]);
});

test("the next work in a log starts its interval anew", () => {
  const progress = progressLine({ write }, now);
  progress.update("first");
  progress.end();
  clock = 2 * logInterval;
  progress.update("second");
  expect(written).toEqual([]);
});

test("a terminal gets one line that is erased before each change and at the end", () => {
  const progress = progressLine({ write, isTTY: true, columns: 80 }, now);
  progress.update("one");
  progress.update("two");
  progress.end();
  expect(written).toEqual(["\r\u001b[2Kone", "\r\u001b[2Ktwo", "\r\u001b[2K"]);
});

test("a line is cut to the width of the terminal", () => {
  progressLine({ write, isTTY: true, columns: 10 }, now).update("0123456789");
  expect(written).toEqual(["\r\u001b[2K012345678"]);
});
