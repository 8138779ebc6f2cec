import { baselineConfiguration, type Terms } from "./baseline-configuration";
import type { Command } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Flags } from "../command/flags";
import { readFlags } from "../command/read-flags";
import { readPolicyEvents } from "./policy-events";
import { readJson, readText } from "../command/read-file";
import { waivableFindings } from "./waivable";
import { writeOutput } from "../command/write-output";

const flags = {
  events: { type: "string", value: "FILE|-", meaning: "event stream of the preview; - for standard input" },
  reason: { type: "string", value: "TEXT", meaning: "reason for accepting these findings" },
  expires: { type: "string", value: "YYYY-MM-DD", meaning: "last day of the waivers, in UTC" },
  config: { type: "string", value: "FILE", meaning: "existing configuration of the pack, which is kept with its waivers" },
  out: { type: "string", value: "FILE", meaning: "output file, written completely or not at all; default: standard output" },
  "mandatory-only": { type: "boolean", default: false, meaning: "creates no waivers for advisory findings" },
} as const satisfies Flags;

/** Writes a pack's configuration that waives every finding of a preview until a date. */
export const baseline: Command = {
  usage: "baseline --events FILE|- --reason TEXT --expires YYYY-MM-DD [--config FILE] [--out FILE] [--mandatory-only]",
  summary: "Creates waivers for all findings of a preview.",
  flags,
  examples: [
    {
      purpose: "Accepts the present findings of the stack dev until a day.",
      lines: [
        "PULUMI_ENABLE_STREAMING_JSON_PREVIEW=1 pulumi preview --stack dev --json --policy-pack node_modules/@lambda-vpc/lambda-vpc --policy-pack-config policies.json > events",
        'npx lambda-vpc baseline --events events --config policies.json --out policies.json --reason "adopted as it was" --expires 2027-12-31',
      ],
    },
    {
      purpose: "Prints the configuration with waivers for mandatory findings only.",
      lines: ['npx lambda-vpc baseline --events events --mandatory-only --reason "adopted as it was" --expires 2027-12-31'],
    },
  ],
  run: (commandLine, context) => {
    const { events, terms, config, out, mandatoryOnly } = readBaselineFlags(commandLine, context.today);
    const existing = config === undefined ? {} : readJson(config, context);
    const findings = waivableFindings(readPolicyEvents(readText(events, context)));
    const waived = mandatoryOnly ? findings.filter(({ level }) => level === "mandatory") : findings;
    const { configuration, added, renewed } = baselineConfiguration(existing, waived, terms);
    const text = `${JSON.stringify(configuration, undefined, 2)}\n`;
    const left = findings.length - waived.length;
    return {
      exitCode: 0,
      stdout: writeOutput(out, text, context),
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
  const { values, positionals } = readFlags(commandLine, flags);
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
