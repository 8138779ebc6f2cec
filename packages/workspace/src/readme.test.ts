import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const readme = readFileSync(join(__dirname, "../../../README.md"), "utf8");

test("the README has at most 900 words", () => {
  expect(readme.split(/\s+/).filter((word) => /\w/.test(word)).length).toBeLessThanOrEqual(900);
});

test("the README has at most 40 lines before its first table", () => {
  const firstRow = readme.split("\n").findIndex((line) => line.startsWith("|"));
  expect(firstRow).toBeGreaterThan(0);
  expect(firstRow).toBeLessThanOrEqual(40);
});
