import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { closingLine, sumCounts } from "./counts";
import { runStep } from "./run-step";
import { steps } from "./steps";

/** Runs every step, also after a failure, and closes with the runners' counts. A failed step that counted no failed test is one failure. */
async function main(): Promise<void> {
  const results = join(__dirname, "../../../.test-results");
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const failedSteps: string[] = [];
  for (const step of steps) if (!(await runStep(step))) failedSteps.push(step.name);
  const counts = sumCounts(results);
  const failed = Math.max(counts.failed, failedSteps.length);
  if (failedSteps.length > 0) process.stdout.write(`\nfailed: ${failedSteps.join(", ")}\n`);
  process.stdout.write(`\n${closingLine({ ...counts, failed })}\n`);
  process.exitCode = failed > 0 || counts.passed === 0 ? 1 : 0;
}

void main();
