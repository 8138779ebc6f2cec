import { type PolicyReport, reportState } from "@lambda-vpc/policy-kit";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { readText } from "../command/read-file";
import { loadPack } from "../configuration/load-pack";

/** Which pack reports, and its configuration. */
export interface Checking {
  readonly pack: string;
  readonly configuration: unknown;
}

/** What a pack reports of a state, which is the output of `pulumi stack export`. @throws CommandError if the state or the pack cannot be read. */
export function findingsOfState(state: string, { pack, configuration }: Checking, context: CommandContext): readonly PolicyReport[] {
  const loaded = loadPack(pack, context);
  const reports = reportState(loaded, configuration, readText(state, context), context.today);
  if (!reports.ok) throw new CommandError(exitCodes.unreadable, `${state} is not the state of a stack. ${reports.error}`);
  return reports.value;
}
