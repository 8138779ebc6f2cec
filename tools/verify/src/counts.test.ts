import { expect, test } from "@jest/globals";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closingLine, sumCounts } from "./counts";

test("counts of all runners are added up, however deep their files lie", () => {
  const folder = mkdtempSync(join(tmpdir(), "counts-"));
  try {
    mkdirSync(join(folder, "packages"));
    writeFileSync(join(folder, "e2e.json"), JSON.stringify({ passed: 2, failed: 1, skipped: 0 }));
    writeFileSync(join(folder, "packages", "model.json"), JSON.stringify({ passed: 40, failed: 0, skipped: 3 }));
    expect(sumCounts(folder)).toEqual({ passed: 42, failed: 1, skipped: 3 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the closing line leaves skipped tests out where there are none", () => {
  expect(closingLine({ passed: 42, failed: 0, skipped: 0 })).toBe("42 passed, 0 failed");
  expect(closingLine({ passed: 42, failed: 1, skipped: 3 })).toBe("42 passed, 1 failed, 3 skipped");
});
