import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "../../../docs/decisions");
const records = readdirSync(folder).sort();

test("decisions are numbered without a gap", () => {
  expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, index) => index + 1));
});

describe.each(records)("%s", (name) => {
  const text = readFileSync(join(folder, name), "utf8");

  test("states whether it is in force, and what supersedes it if it is not", () => {
    const [, status = ""] = /^# .+\n\nStatus: (.+)$/m.exec(text) ?? [];
    expect(status).toMatch(/^(?:accepted\b|superseded by \[decision \d+\]\(\d{4}-[a-z-]+\.md\))/);
  });

  test("has context, decision and consequences on at most a page", () => {
    const sections = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(sections).toEqual(expect.arrayContaining(["Context", "Decision", "Consequences"]));
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(600);
  });
});
