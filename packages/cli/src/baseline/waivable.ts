import { packSettings, parseReport, type PolicyReport, recordsIn, type ReportText, type WaiverRecord } from "@lambda-vpc/policy-kit";
import { CommandError } from "../command/command-error";
import { type ExitCode, exitCodes } from "../command/exit-codes";

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

/** What a waiver records of a finding, and the level of the finding. */
export interface WaivableFinding {
  readonly record: WaiverRecord;
  readonly level: PolicyReport["level"];
}

/**
 * The findings that reports state, each with what a waiver records of it. Settings of a pack report about themselves.
 *
 * @throws CommandError if a policy checked nothing, or if a report does not carry what a waiver records.
 */
export function waivableFindings(events: readonly PolicyReport[]): readonly WaivableFinding[] {
  for (const { kind, exitCode, fix } of checkedNothing) {
    const event = events.find(({ message }) => parseReport(message).kind === kind);
    if (event !== undefined)
      throw new CommandError(exitCode, ...`${event.policy} checked nothing in this preview: ${event.message}`.split("\n"), fix);
  }
  return events
    .filter(({ policy }) => !packSettings.some(({ id }) => id === policy))
    .flatMap(({ policy, level, message }) => {
      const { records } = recordsIn(message);
      if (records === undefined)
        throw new CommandError(
          exitCodes.unreadable,
          `A message of ${policy} does not state what a waiver records. Set PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1 for the preview, and use a pack of the version of this command.`,
        );
      return records.map((record) => ({ record, level }));
    });
}
