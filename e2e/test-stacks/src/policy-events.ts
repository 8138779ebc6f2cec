/** What a pack reports to a program: an event for each finding. Only what these tests read. */
export interface PolicyEvent {
  readonly resourceUrn: string;
  readonly message: string;
  readonly policyName: string;
  readonly enforcementLevel: string;
}

/** The environment in which `pulumi preview --json` prints these events. */
export const streamingEvents = { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "1" } as const;

/** The events of policies in what a preview printed (docs/engine-facts.md#streaming-preview). */
export function policyEvents(stdout: string): readonly PolicyEvent[] {
  const lines = stdout.split("\n").filter((line) => line.includes('"policyEvent"'));
  return lines.map((line) => (JSON.parse(line) as { readonly policyEvent: PolicyEvent }).policyEvent);
}
