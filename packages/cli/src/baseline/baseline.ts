import { baselineConfiguration, type Terms } from "./baseline-configuration";
import type { Command } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { readFlags } from "../command/read-flags";
import { readPolicyEvents } from "./policy-events";
import { readJson, readText } from "../command/read-file";
import { waivableFindings } from "./waivable";
import { writeWholeFile } from "../command/write-whole-file";

/** Writes a pack's configuration that waives every finding of a preview until a date. */
export const baseline: Command = {
  usage: "baseline --events FILE|- --reason TEXT --expires YYYY-MM-DD [--config FILE] [--out FILE] [--mandatory-only]",
  summary: "Creates waivers for all findings of a preview. FILE holds its event stream; - reads standard input.",
  run: (commandLine, context) => {
    const { events, terms, config, out, mandatoryOnly } = readBaselineFlags(commandLine, context.today);
    const existing = config === undefined ? {} : readJson(config, context);
    const findings = waivableFindings(readPolicyEvents(readText(events, context)));
    const waived = mandatoryOnly ? findings.filter(({ level }) => level === "mandatory") : findings;
    const { configuration, added, renewed } = baselineConfiguration(existing, waived, terms);
    const text = `${JSON.stringify(configuration, undefined, 2)}\n`;
    if (out !== undefined) writeWholeFile(out, text, context);
    const left = findings.length - waived.length;
    return {
      exitCode: 0,
      stdout: out === undefined ? text : "",
      stderr: `Waived until ${terms.expires}: ${added} new, ${renewed} renewed.${left > 0 ? ` Not waived, because advisory: ${left}.` : ""}\n`,
    };
  },
};

interface BaselineFlags {
  readonly events: string;
  readonly terms: Terms;
  readonly config: string | undefined;
  readonly out: string | undefined;
  readonly mandatoryOnly: boolean;
}

function readBaselineFlags(commandLine: readonly string[], today: string): BaselineFlags {
  const { values, positionals } = readFlags(commandLine, {
    events: { type: "string" },
    reason: { type: "string" },
    expires: { type: "string" },
    config: { type: "string" },
    out: { type: "string" },
    "mandatory-only": { type: "boolean", default: false },
  });
  const { events, reason, expires, config, out } = values;
  const [stranger] = positionals;
  if (stranger !== undefined) throw wrong(`Unknown argument "${stranger}"`);
  if (events === undefined)
    throw wrong("--events is missing. Specify the file with the event stream of a preview, or - for the standard input");
  if (reason === undefined || reason.trim() === "") throw wrong("--reason is missing. Specify why these findings are accepted for now");
  if (expires === undefined) throw wrong("--expires is missing. Specify the last day of the waivers");
  if (!isDate(expires)) throw wrong(`--expires is "${expires}". Specify a calendar day as YYYY-MM-DD`);
  if (expires < today) throw wrong(`--expires is ${expires} and today is ${today}, so the waivers would not apply. Specify a later day`);
  return { events, terms: { reason: reason.trim(), expires }, config, out, mandatoryOnly: values["mandatory-only"] };
}

/** Whether the calendar has this day. It has no 2026-02-30. */
function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function wrong(what: string): CommandError {
  return new CommandError(exitCodes.usage, `${what}.`);
}
