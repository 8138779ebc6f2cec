import { lambdaVpc } from "@lambda-vpc/lambda-vpc";
import { assessStack } from "@lambda-vpc/policy-kit";
import { describeAssessment, formats } from "@lambda-vpc/reports";
import { readStateFile, secretsInState } from "@lambda-vpc/sources";
import { readFileSync } from "node:fs";

/** The processor time of a check of a state file, in milliseconds, with the threads of the garbage collector. */
export interface CheckStages {
  /** Reading with its own parsing, the assessment by all policies, and the report. */
  readonly check: number;
  readonly findings: number;
}

/** Runs as a process: checks one file with all policies, as `lambda-vpc check` does, and prints `CheckStages`. */
function main([file = ""]: readonly string[]): void {
  const text = readFileSync(file, "utf8");
  const before = process.cpuUsage();
  const { resources } = readStateFile(text);
  const assessment = assessStack(lambdaVpc, resources, { configuration: {}, today: "2026-12-01", secrets: secretsInState(text) });
  const report = formats.text.render(describeAssessment(assessment, { version: "0.0.0", positions: new Map() }), { parts: "findings" });
  const stages: CheckStages = { check: milliseconds(process.cpuUsage(before)), findings: assessment.findings.length };
  if (report === "") throw new Error("the report is empty");
  process.stdout.write(JSON.stringify(stages));
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

main(process.argv.slice(2));
