import { isDay, printableJson, type WaiverRecord } from "@lambda-vpc/policy-kit";
import { baselineConfiguration, type Terms } from "./baseline-configuration";
import { findingsOfState } from "./state-findings";
import type { Command, CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Flags } from "../command/flags";
import { readFlags } from "../command/read-flags";
import { readPolicyEvents } from "./policy-events";
import { readJson, readText } from "../command/read-file";
import { waivableFindings, type WaivableFinding } from "./waivable";
import { writeOutput } from "../command/write-output";

const flags = {
  events: { type: "string", value: "FILE|-", meaning: "event stream of a preview; - for standard input" },
  state: { type: "string", value: "FILE|-", meaning: "output of pulumi stack export, instead of events" },
  pack: { type: "string", value: "DIR|PACKAGE", meaning: "with --state: the pack that checks it" },
  stack: {
    type: "string",
    multiple: true,
    value: "PATTERN",
    meaning: "name or pattern of the stacks that the waivers are for; default: the stack of the preview",
  },
  reason: { type: "string", value: "TEXT", meaning: "reason for accepting these findings" },
  expires: { type: "string", value: "YYYY-MM-DD", meaning: "last day of the waivers, in UTC" },
  config: { type: "string", value: "FILE", meaning: "existing configuration of the pack, which is kept with its waivers" },
  out: { type: "string", value: "FILE", meaning: "output file, written completely or not at all; default: standard output" },
  "mandatory-only": { type: "boolean", default: false, meaning: "creates no waivers for advisory findings" },
} as const satisfies Flags;

/** Writes a pack's configuration that waives every finding of a stack until a date. */
export const baseline: Command = {
  usage:
    "baseline --events FILE|- | --state FILE|- --pack DIR|PACKAGE, --reason TEXT --expires YYYY-MM-DD [--config FILE] [--out FILE] [--stack PATTERN …] [--mandatory-only]",
  summary: "Creates waivers for all findings of a preview, or of a deployed stack.",
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
    {
      purpose: "Accepts the findings of what is deployed, in every stack whose name starts with dev.",
      lines: [
        "pulumi stack export --stack dev > state.json",
        'npx lambda-vpc baseline --state state.json --pack @lambda-vpc/lambda-vpc --stack "dev*" --reason "adopted as it was" --expires 2027-12-31',
      ],
    },
  ],
  run: (commandLine, context) => {
    const { source, stacks, terms, config, out, mandatoryOnly } = readBaselineFlags(commandLine, context.today);
    const existing = config === undefined ? {} : readJson(config, context);
    const findings = findingsOf(source, existing, context);
    const waived = mandatoryOnly ? findings.filter(({ level }) => level === "mandatory") : findings;
    const records = waived.flatMap(({ record }) => (record === undefined ? [] : [inStacks(record, stacks)]));
    const secret = waived.length - records.length;
    const { configuration, added, renewed } = baselineConfiguration(existing, records, terms);
    const text = `${printableJson(configuration, 2)}\n`;
    const left = findings.length - waived.length;
    const named = [...new Set(records.flatMap((record) => record.stacks ?? []))].join(", ");
    return {
      exitCode: 0,
      stdout: writeOutput(out, text, context),
      stderr: [
        `Waived${named === "" ? "" : ` for ${named}`} until ${terms.expires}: ${added} new, ${renewed} renewed.${left > 0 ? ` Not waived, because advisory: ${left}.` : ""}`,
        ...(secret > 0
          ? [`Not waived, because their waivers would contain secrets: ${secret}. Write a waiver with a pattern for each.`]
          : []),
      ],
    };
  },
};

/** What has the findings. */
type Source = { readonly events: string } | { readonly state: string; readonly pack: string };

function findingsOf(source: Source, configuration: unknown, context: CommandContext): readonly WaivableFinding[] {
  const reports =
    "events" in source
      ? readPolicyEvents(readText(source.events, context))
      : findingsOfState(source.state, { pack: source.pack, configuration }, context);
  return waivableFindings(reports);
}

/** The record for these stacks of its project; for its own stack if none is given. */
function inStacks(record: WaiverRecord, stacks: readonly string[]): WaiverRecord {
  const project = record.stacks?.[0]?.split("/")[0];
  if (stacks.length === 0 || project === undefined) return record;
  return { ...record, stacks: stacks.map((stack) => (stack.includes("/") ? stack : `${project}/${stack}`)) };
}

interface BaselineFlags {
  readonly source: Source;
  readonly stacks: readonly string[];
  readonly terms: Terms;
  readonly config: string | undefined;
  readonly out: string | undefined;
  readonly mandatoryOnly: boolean;
}

function readBaselineFlags(commandLine: readonly string[], today: string): BaselineFlags {
  const { values, positionals } = readFlags(commandLine, flags);
  const { reason, expires, config, out, stack: stacks = [] } = values;
  const [stranger] = positionals;
  if (stranger !== undefined) throw wrong(`Unknown argument "${stranger}"`);
  const source = sourceOf(values);
  if (reason === undefined || reason.trim() === "") throw wrong("--reason is missing. Specify why these findings are accepted for now");
  if (expires === undefined) throw wrong("--expires is missing. Specify the last day of the waivers");
  if (!isDay(expires)) throw wrong(`--expires is "${expires}". Specify a calendar day as YYYY-MM-DD`);
  if (expires < today) throw wrong(`--expires is ${expires} and today is ${today}, so the waivers would not apply. Specify a later day`);
  const strange = stacks.find((stack) => !/^([\w.*-]+\/)?[\w.*-]+$/.test(stack));
  if (strange !== undefined) throw wrong(`--stack is "${strange}". Specify the name of a stack, such as dev, or a pattern, such as dev-*`);
  return { source, stacks, terms: { reason: reason.trim(), expires }, config, out, mandatoryOnly: values["mandatory-only"] };
}

function sourceOf({ events, state, pack }: { readonly events?: string; readonly state?: string; readonly pack?: string }): Source {
  if (events !== undefined && state !== undefined) throw wrong("--events and --state are both given. Specify one of them");
  if (state !== undefined && pack === undefined) throw wrong("--pack is missing. Specify the pack that checks the state");
  if (state === undefined && pack !== undefined) throw wrong("--pack is for --state. The events are of a preview with a pack");
  if (state !== undefined && pack !== undefined) return { state, pack };
  if (events === undefined)
    throw wrong(
      "--events is missing. Specify the file with the event stream of a preview, or - for the standard input; or --state with an export of the stack",
    );
  return { events };
}

function wrong(what: string): CommandError {
  return new CommandError(exitCodes.usage, `${what}.`);
}
