import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exitCodes } from "./exit-codes";

test("the README lists every exit code, and no other", () => {
  const readme = readFileSync(join(__dirname, "../../README.md"), "utf8");
  const listed = [...readme.matchAll(/^\| (\d+) +\| \S/gm)].map(([, code]) => Number(code));
  expect(listed).toEqual([0, ...Object.values(exitCodes)].sort((left, right) => left - right));
});
