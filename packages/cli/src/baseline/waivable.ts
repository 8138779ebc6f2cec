import { packSettings, parseReport, type ReportText } from "@lambda-vpc/policy-kit";
import { CommandError } from "../command/command-error";
import { type ExitCode, exitCodes } from "../command/exit-codes";
import type { PolicyEvent } from "./policy-events";

/** Reports of a policy that checked nothing. A waiver for one would waive everything that the policy did not see. */
const checkedNothing: readonly { readonly kind: ReportText["kind"]; readonly exitCode: ExitCode; readonly fix: string }[] = [
  {
    kind: "misconfigured",
    exitCode: exitCodes.misconfigured,
    fix: "Mend the configuration (`lambda-vpc check-config` says every mistake), preview again, then make the baseline.",
  },
  {
    kind: "internal-error",
    exitCode: exitCodes.fault,
    fix: "Report it; until it is mended, disable that policy in the configuration, preview again, then make the baseline.",
  },
];

/** The events that are findings: what a setting of the pack says is about itself. @throws CommandError where a policy checked nothing. */
export function waivableFindings(events: readonly PolicyEvent[]): readonly PolicyEvent[] {
  for (const { kind, exitCode, fix } of checkedNothing) {
    const event = events.find(({ message }) => parseReport(message).kind === kind);
    if (event !== undefined) throw new CommandError(exitCode, `${event.policy} checked nothing in this preview: ${event.message}\n${fix}`);
  }
  return events.filter(({ policy }) => !packSettings.some(({ id }) => id === policy));
}
