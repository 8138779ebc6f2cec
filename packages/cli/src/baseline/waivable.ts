import { packSettings, parseReport, type ReportText } from "@lambda-vpc/policy-kit";
import { CommandError } from "../command/command-error";
import { type ExitCode, exitCodes } from "../command/exit-codes";
import type { PolicyEvent } from "./policy-events";

/** Reports of a policy that checked nothing. A waiver for such a report would waive every finding that the policy did not make. */
const checkedNothing: readonly { readonly kind: ReportText["kind"]; readonly exitCode: ExitCode; readonly fix: string }[] = [
  {
    kind: "misconfigured",
    exitCode: exitCodes.misconfigured,
    fix: "Correct the configuration (`lambda-vpc check-config` lists every mistake), preview again, and create the baseline from that preview.",
  },
  {
    kind: "internal-error",
    exitCode: exitCodes.fault,
    fix: "Report this bug. Disable the policy in the configuration until it is fixed, preview again, and create the baseline from that preview.",
  },
];

/**
 * The events that are findings, one for each subject. Settings of a pack report about themselves.
 *
 * @throws CommandError if a policy checked nothing, or if an event is a block of several findings: it has one subject, and the others would get no waiver.
 */
export function waivableFindings(events: readonly PolicyEvent[]): readonly PolicyEvent[] {
  for (const { kind, exitCode, fix } of checkedNothing) {
    const event = events.find(({ message }) => parseReport(message).kind === kind);
    if (event !== undefined) throw new CommandError(exitCode, `${event.policy} checked nothing in this preview: ${event.message}\n${fix}`);
  }
  const block = events.find(({ message }) => parseReport(message).kind === "alike");
  if (block !== undefined)
    throw new CommandError(
      exitCodes.unreadable,
      `These events are of a preview for people: ${block.policy} reports several findings in one event. Set PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1 for the preview.`,
    );
  return events.filter(({ policy }) => !packSettings.some(({ id }) => id === policy));
}
