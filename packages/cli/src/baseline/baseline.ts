import { baselineConfiguration, type Terms } from "./baseline-configuration";
import type { Command } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { readFlags } from "../command/read-flags";
import { readPolicyEvents } from "./policy-events";
import { readJson, readText } from "../command/read-file";
import { waivableFindings } from "./waivable";
import { writeWholeFile } from "../command/write-whole-file";

/** Writes a pack's configuration in which everything that a preview found is waived until a date. */
export const baseline: Command = {
  usage: "baseline --events FILE|- --reason TEXT --expires YYYY-MM-DD [--config FILE] [--out FILE] [--mandatory-only]",
  run: (commandLine, surroundings) => {
    const { events, terms, config, out, mandatoryOnly } = readBaselineFlags(commandLine, surroundings.today);
    const existing = config === undefined ? {} : readJson(config, surroundings);
    const findings = waivableFindings(readPolicyEvents(readText(events, surroundings)));
    const waived = mandatoryOnly ? findings.filter(({ level }) => level === "mandatory") : findings;
    const { configuration, added, renewed } = baselineConfiguration(existing, waived, terms);
    const text = `${JSON.stringify(configuration, undefined, 2)}\n`;
    if (out !== undefined) writeWholeFile(out, text, surroundings);
    const left = findings.length - waived.length;
    return {
      exitCode: 0,
      stdout: out === undefined ? text : "",
      stderr: `waived until ${terms.expires}: ${added} new, ${renewed} renewed${left > 0 ? `; advisory and left as they are: ${left}` : ""}\n`,
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
  if (stranger !== undefined) throw wrong(`"${stranger}" belongs to no flag`);
  if (events === undefined) throw wrong("--events is missing: the file with a preview's event stream, or - for the standard input");
  if (reason === undefined || reason.trim() === "") throw wrong("--reason is missing: why these findings may stay for a while");
  if (expires === undefined) throw wrong("--expires is missing: the last day on which the waivers hold");
  if (!isDate(expires)) throw wrong(`--expires is "${expires}", but it takes a day of the calendar as YYYY-MM-DD`);
  if (expires < today) throw wrong(`--expires is ${expires}, but today is ${today}: the waivers would be void at once`);
  return { events, terms: { reason: reason.trim(), expires }, config, out, mandatoryOnly: values["mandatory-only"] };
}

/** A day that the calendar has: 2026-02-30 is none. */
function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function wrong(what: string): CommandError {
  return new CommandError(exitCodes.usage, `${what}.`);
}
