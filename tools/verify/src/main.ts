import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { closingLine, sumCounts } from "./counts";
import { runStep, type StepResult } from "./run-step";
import { steps } from "./steps";

/**
 * Runs every step, also after a failure, and closes with the end of what each failed step printed, and with the runners' counts. A failed step that counted
 * no failed test is one failure.
 */
async function main(): Promise<void> {
  const results = join(__dirname, "../../../.test-results");
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const failedSteps: StepResult[] = [];
  for (const step of steps) {
    const result = await runStep(step);
    if (!result.succeeded) failedSteps.push(result);
  }
  const counts = sumCounts(results);
  const failed = Math.max(counts.failed, failedSteps.length);
  for (const { name, lastLines } of failedSteps)
    process.stdout.write(`\nfailed: ${name}. The last lines that it printed:\n${lastLines.map((line) => `  ${line}\n`).join("")}`);
  process.stdout.write(`\n${closingLine({ ...counts, failed })}\n`);
  process.exitCode = failed > 0 || counts.passed === 0 ? 1 : 0;
}

void main();
