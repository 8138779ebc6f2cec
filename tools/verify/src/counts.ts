import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a test runner counted. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The counts that the runners left as JSON files under `folder`, added up. */
export function sumCounts(folder: string): Counts {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
  const counts = files.map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Counts);
  const sum = (of: keyof Counts): number => counts.reduce((total, count) => total + count[of], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** The closing line: `120 passed, 0 failed`. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
