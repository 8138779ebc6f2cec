import { packSettings } from "@lambda-vpc/policy-kit";
import { CommandError } from "../command/command-error";
import { type ExitCode, exitCodes } from "../command/exit-codes";
import type { PolicyEvent } from "./policy-events";

/** Messages of a policy that checked nothing. To waive one would be to waive everything it never saw. */
const checkedNothing: readonly { readonly begins: string; readonly exitCode: ExitCode; readonly fix: string }[] = [
  {
    begins: "configuration of ",
    exitCode: exitCodes.misconfigured,
    fix: "Mend the configuration (`lambda-vpc check-config` says every mistake), preview again, then make the baseline.",
  },
  {
    begins: "This is a bug of the policy ",
    exitCode: exitCodes.fault,
    fix: "Report it; until it is mended, disable that policy in the configuration, preview again, then make the baseline.",
  },
];

/** The events that are findings: what a setting of the pack says is about itself. @throws CommandError where a policy checked nothing. */
export function waivableFindings(events: readonly PolicyEvent[]): readonly PolicyEvent[] {
  for (const { begins, exitCode, fix } of checkedNothing) {
    const event = events.find(({ message }) => message.startsWith(begins));
    if (event !== undefined) throw new CommandError(exitCode, `${event.policy} checked nothing in this preview: ${event.message}\n${fix}`);
  }
  return events.filter(({ policy }) => !packSettings.some(({ id }) => id === policy));
}
