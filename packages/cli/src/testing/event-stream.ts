import { withRecords } from "@lambda-vpc/policy-kit";

/** Short event streams for tests, as `PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1 pulumi preview --json` prints them. */

export interface SampleEvent {
  readonly policy?: string;
  /** The name of the function that it is about. */
  readonly about?: string;
  readonly message?: string;
  readonly level?: string;
  readonly pack?: string;
}

const OURS = "lambda-vpc-eni-consolidation";

/** The stream of a preview that a pack of this repository checked, with its findings. */
export function eventStream(...events: readonly SampleEvent[]): string {
  return lines({ policyLoadEvent: {} }, ...summaries(OURS, ["eni-budget", "waivers"]), ...events.map(policyEvent), { summaryEvent: {} });
}

/** A pack with these policies checked a resource and the stack. */
export function summaries(policyPackName: string, passed: readonly string[]): readonly object[] {
  const pack = { policyPackName, policyPackVersion: "0.1.0" };
  return [
    { policyAnalyzeSummaryEvent: { ...pack, resourceUrn: functionNamed("orders"), passed } },
    { policyAnalyzeStackSummaryEvent: { ...pack, failed: ["share-security-groups"] } },
  ];
}

export function policyEvent({ policy = "share-security-groups", about, message, level, pack }: SampleEvent): object {
  const subject = functionNamed(about ?? "orders");
  const text = `${message ?? "12 security-group sets for the 12 functions in VPC main"}\nwhy: …`;
  return {
    policyEvent: {
      resourceUrn: subject,
      message: `${withRecords(text, { records: [{ policy, subject, stacks: ["shop/dev"], verdict: "violation", found: 12 }] })}\n`,
      policyName: policy,
      policyPackName: pack ?? OURS,
      enforcementLevel: level ?? "mandatory",
    },
  };
}

export function lines(...events: readonly object[]): string {
  return events.map((event, sequence) => `${JSON.stringify({ sequence, ...event })}\n`).join("");
}

export function functionNamed(name: string): string {
  return `urn:pulumi:dev::shop::aws:lambda/function:Function::${name}`;
}
