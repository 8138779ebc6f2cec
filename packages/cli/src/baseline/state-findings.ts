import { type PolicyReport, reportStack, reportState } from "@lambda-vpc/policy-kit";
import { StateReader, UnreadableFile } from "@lambda-vpc/sources";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { readLargeDocument } from "../file-text/large-document";
import type { LargeText } from "../file-text/large-text";
import { readLargeText } from "../command/read-file";
import { loadPack } from "../configuration/load-pack";

/** Which pack reports, and its configuration. */
export interface Checking {
  readonly pack: string;
  readonly configuration: unknown;
}

/** What a pack reports of a state, which is the output of `pulumi stack export`. @throws CommandError if the state or the pack cannot be read. */
export function findingsOfState(file: string, { pack, configuration }: Checking, context: CommandContext): readonly PolicyReport[] {
  const loaded = loadPack(pack, context);
  const text = readLargeText(file, context);
  if (typeof text !== "string") {
    const { resources, secrets } = largeState(text, file);
    return reportStack(loaded, resources, { configuration, today: context.today, secrets });
  }
  const reports = reportState(loaded, configuration, text, context.today);
  if (!reports.ok) throw noState(file, reports.error);
  return reports.value;
}

function largeState(text: LargeText, file: string) {
  const reader = new StateReader();
  try {
    const document = readLargeDocument(text, reader.fix);
    // Another document has no version, or no deployment.
    return document.kind === "state" ? { ...document.state, secrets: document.secrets } : { ...reader.end({}), secrets: [] };
  } catch (error) {
    throw error instanceof UnreadableFile ? noState(file, error.message) : error;
  }
}

function noState(file: string, why: string): CommandError {
  return new CommandError(exitCodes.unreadable, `${file} is not the state of a stack. ${why}`);
}
