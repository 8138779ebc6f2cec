import { expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const repository = resolve(__dirname, "../../..");
const [, section = ""] = /^## Terms\n([^]*?)^## /m.exec(readFileSync(join(repository, "ARCHITECTURE.md"), "utf8")) ?? [];
const rows = section
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .slice(2)
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, term = "", meaning = "", code = ""]) => ({ term, meaning, code }));

test("the table of terms has at most 30 rows, each term once", () => {
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.length).toBeLessThanOrEqual(30);
  expect(new Set(rows.map(({ term }) => term)).size).toBe(rows.length);
});

test.each(rows)("$term is explained in one sentence", ({ meaning }) => {
  expect(meaning).toMatch(/^[A-Z][^.]*(?:\.md[^.]*)?\.$/);
});

test.each(rows.filter(({ code }) => code !== "–"))("$term is the name that code uses: $code", ({ code }) => {
  const [, identifier = ""] = /^`(\w+)`$/.exec(code) ?? [];
  expect(identifier).not.toBe("");
  const found = execFileSync("git", ["grep", "-lw", identifier, "--", "packages/*/src/*.ts", ":!*.test.ts"], {
    cwd: repository,
    encoding: "utf8",
  });
  expect(found).not.toBe("");
});
