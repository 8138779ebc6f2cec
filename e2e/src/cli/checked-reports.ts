import { expect } from "@jest/globals";
import { wholePack } from "@lambda-vpc/test-stacks/packs";
import type { PolicyEvent } from "@lambda-vpc/test-stacks/policy-events";
import { lambdaVpc } from "./lambda-vpc-command";

interface Report {
  readonly policy: string;
  readonly level: string;
  readonly subject: string | null;
  readonly message: string;
}

/** Flags of the Pulumi CLI with which a preview prints JSON and writes its events to a file; --event-log is a flag for debugging. */
export const recordedPreview = (log: string): readonly string[] => ["--json", "--show-sames", "--event-log", log];
export const recordingEnvironment = { PULUMI_DEBUG_COMMANDS: "true" } as const;

/** Expects that `check` of a preview reports what the engine got from the whole pack in it. `configuration` is the file of the pack, if there is one. */
export function expectSameReports(folder: string, preview: string, events: readonly PolicyEvent[], configuration?: string): void {
  const configured = configuration === undefined ? [] : ["--config", configuration];
  const { stdout, stderr } = lambdaVpc(folder, "check", preview, "--pack", wholePack, ...configured, "--format", "json");
  if (stdout === "") throw new Error(`check failed: ${stderr}`);
  const { reports } = JSON.parse(stdout) as { readonly reports: readonly Report[] };
  const checked = reports.map(({ policy, level, subject, message }) => [policy, level, subject ?? "", message].join("  ")).sort();
  const reported = events.map(({ policyName, enforcementLevel, resourceUrn, message }) =>
    [policyName, enforcementLevel, resourceUrn, message.trim()].join("  "),
  );
  expect(checked).toEqual(reported.sort());
}
