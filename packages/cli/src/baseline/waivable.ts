import { packSettings, parseReport, type PolicyReport, recordsIn, type ReportText, type WaiverRecord } from "@lambda-vpc/policy-kit";
import { CommandError } from "../command/command-error";
import { type ExitCode, exitCodes } from "../command/exit-codes";

/** Reports of a policy that checked nothing, or not all. A waiver for such a report would waive every finding that the policy did not report. */
const incomplete: readonly {
  readonly kind: ReportText["kind"];
  readonly what: string;
  readonly exitCode: ExitCode;
  readonly fix: string;
}[] = [
  {
    kind: "misconfigured",
    what: "checked nothing",
    exitCode: exitCodes.misconfigured,
    fix: "Correct the configuration (`lambda-vpc check-config` lists every mistake), preview again, and create the baseline from that preview.",
  },
  {
    kind: "left-out",
    what: "reports a part of its findings",
    exitCode: exitCodes.unreadable,
    fix: "A baseline of this preview would be incomplete. Use --state with the output of `pulumi stack export`, or create the baseline from previews with one policy at a time.",
  },
  {
    kind: "internal-error",
    what: "checked nothing",
    exitCode: exitCodes.fault,
    fix: "Report this bug. Disable the policy in the configuration until it is fixed, preview again, and create the baseline from that preview.",
  },
];

/** What a waiver records of a finding, and the level of the finding. */
export interface WaivableFinding {
  /** Absent if it would contain a text that the program marks as secret. */
  readonly record: WaiverRecord | undefined;
  readonly level: PolicyReport["level"];
}

/**
 * The findings that reports state, each with what a waiver records of it. Settings of a pack report about themselves.
 *
 * @throws CommandError if a policy checked nothing, or if a report does not carry what a waiver records.
 */
export function waivableFindings(events: readonly PolicyReport[]): readonly WaivableFinding[] {
  for (const { kind, what, exitCode, fix } of incomplete) {
    const event = events.find(({ message }) => parseReport(message).kind === kind);
    if (event !== undefined)
      throw new CommandError(exitCode, ...`${event.policy} ${what} in this preview: ${event.message}`.split("\n"), fix);
  }
  return events
    .filter(({ policy }) => !packSettings.some(({ id }) => id === policy))
    .flatMap(({ policy, level, message }) => {
      const { records, withSecrets = 0 } = recordsIn(message);
      if (records === undefined)
        throw new CommandError(
          exitCodes.unreadable,
          `A message of ${policy} does not state what a waiver records. Set PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1 for the preview, and use a pack of the version of this command.`,
        );
      const named = records.map((record) => ({ record, level }));
      return [...named, ...Array.from({ length: withSecrets }, () => ({ record: undefined, level }))];
    });
}
