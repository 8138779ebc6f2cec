import { expect } from "@jest/globals";
import type { ProcessResult } from "@lambda-vpc/engine";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { policySection } from "@lambda-vpc/test-stacks/expected-preview";
import { wholePack } from "@lambda-vpc/test-stacks/packs";
import { policyEvents } from "@lambda-vpc/test-stacks/policy-events";
import { printed } from "@lambda-vpc/test-stacks/workspace";
import { expectSameReports, recordedPreview, recordingEnvironment } from "../cli/checked-reports";
import type { Ending, Step } from "./case";

interface RunSettings {
  readonly environment?: Readonly<Record<string, string>>;
  readonly seconds?: number;
}

/** The stack of one case, with its account. */
export interface CaseStack {
  pulumi(commandLine: readonly string[], settings?: RunSettings): Promise<ProcessResult>;
  /** Arguments that have its program run with these variables. */
  program(variables?: Readonly<Record<string, string>>): Promise<readonly string[]>;
  /** Where the expected policy section of preview N lies. */
  expectedFile(number: number): string;
  combinations(): Promise<number>;
  orphans(): Promise<number>;
  readonly folder: string;
  /** Arguments that configure the pack. */
  readonly policies: readonly string[];
}

/** Runs one step, and expects what the case states. `previews`: the number of the preview, counted from 1. */
export async function expectStep(stack: CaseStack, step: Step, previews: number): Promise<void> {
  if (step.run === "look") {
    const { combinations, orphans } = step;
    if (combinations !== undefined) expect({ combinations: await stack.combinations() }).toEqual({ combinations });
    if (orphans !== undefined) expect({ orphans: await stack.orphans() }).toEqual({ orphans });
    return;
  }
  const program = step.run === "destroy" ? [] : await stack.program(step.environment);
  const result = await ended(stack.pulumi([...commandLine(stack, step), ...program], step));
  const ends: Ending = result === "endless" ? result : result.exitCode === 0 ? "accepted" : "refused";
  const output = result === "endless" ? "" : printed(result);
  const expected = step.ends ?? "accepted";
  expect({ run: step.run, ends, output: ends === expected ? "" : output }).toEqual({ run: step.run, ends: expected, output: "" });
  for (const text of step.prints ?? []) expect(output).toContain(text);
  if (step.run !== "preview" || result === "endless") return;
  expectSection(stack.expectedFile(previews), policySection(result.stdout));
  if (process.env["CASES"] === "all") await expectSameCheck(stack, step);
}

/** Expects that `lambda-vpc check` reports of the preview JSON what the pack reports in the same preview, if the program completed. */
async function expectSameCheck(stack: CaseStack, step: Extract<Step, { run: "preview" }>): Promise<void> {
  const [preview, log] = [join(stack.folder, "recorded-preview.json"), join(stack.folder, "recorded-events")];
  rmSync(log, { force: true });
  const arguments_ = ["preview", ...recordedPreview(log), "--policy-pack", wholePack, ...stack.policies];
  const environment = { ...step.environment, ...recordingEnvironment };
  const { stdout } = await stack.pulumi([...arguments_, ...(await stack.program(step.environment))], { ...step, environment });
  const events = readFileSync(log, "utf8");
  if (!events.includes('"policyAnalyzeStackSummaryEvent"')) return;
  writeFileSync(preview, stdout);
  expectSameReports(stack.folder, preview, policyEvents(events), stack.policies[1]);
}

function commandLine(stack: CaseStack, step: Exclude<Step, { run: "look" }>): readonly string[] {
  if (step.run !== "preview") return [step.run, "--yes", "--skip-preview"];
  return ["preview", "--policy-pack", wholePack, ...stack.policies, ...(step.unchanged === true ? ["--expect-no-changes"] : [])];
}

/** With `UPDATE_EXPECTED=true` the file is overwritten first: review it before you commit it. */
function expectSection(file: string, actual: string): void {
  if (process.env["UPDATE_EXPECTED"] === "true") writeFileSync(file, actual);
  expect(actual).toBe(existsSync(file) ? readFileSync(file, "utf8") : `no file ${file}`);
}

async function ended(run: Promise<ProcessResult>): Promise<ProcessResult | "endless"> {
  try {
    return await run;
  } catch (error) {
    if (error instanceof Error && / took longer than /.test(error.message)) return "endless";
    throw error;
  }
}
