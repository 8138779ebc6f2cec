import { nearest } from "@lambda-vpc/policy-kit";
import { type DifferenceDocument, type DifferenceFormatName, differenceFormats, isDifferenceFormatName } from "@lambda-vpc/reports";
import { assessFlags } from "../assess/assess-input";
import type { Command } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Flags } from "../command/flags";
import { readFlags } from "../command/read-flags";
import { writeOutput } from "../command/write-output";
import { failOnNames, failures, readFailOn } from "./fail-on";
import { compareMoments, momentFlags, partsOf } from "./two-moments";

const withFindings = Object.entries(differenceFormats).flatMap(([name, { needsFindings }]) => (needsFindings ? [name] : []));

const flags = {
  ...momentFlags,
  "fail-on": {
    type: "string",
    multiple: true,
    value: "WHAT",
    meaning: `exits with 1 if the difference has, or may have, ${failOnNames.join(", ")}`,
  },
  format: {
    type: "string",
    value: "NAME",
    default: "text",
    meaning: `format of the output: ${Object.keys(differenceFormats).join(", ")}; ${withFindings.join(" and ")} contain new findings only and need --pack`,
  },
  output: assessFlags.output,
} as const satisfies Flags;

/** Compares two moments of a stack: what an update adds, removes and keeps held. */
export const diff: Command = {
  usage:
    "diff BASE HEAD | PREVIEW | [BASE] --program DIR [--pack DIR|PACKAGE] [--config FILE] [--fail-on WHAT] [--format NAME] [--output FILE] [-- ARGUMENTS OF pulumi preview]",
  summary: "Lists the combinations and addresses that an update adds, removes and keeps held, and new findings.",
  flags,
  examples: [
    {
      purpose: "Shows what the next update of a stack changes: the old and the new states of one preview.",
      lines: ["npx lambda-vpc diff --program . -- --stack dev"],
    },
    {
      purpose: "Compares two previews, as of a main branch and of a pull request. Fails if combinations are added.",
      lines: ["pulumi preview --json --show-sames > head.json", "npx lambda-vpc diff base.json head.json --fail-on added"],
    },
    {
      purpose: "Writes the new findings for code scanning.",
      lines: [
        "npx lambda-vpc diff state.json preview.json --pack @lambda-vpc/lambda-vpc --config policies.json --format sarif --output new.sarif",
      ],
    },
  ],
  run: (commandLine, context) => {
    const { own, rest } = partsOf(commandLine);
    const { values, positionals } = readFlags(own, flags, "Arguments of pulumi preview follow after --.");
    const { program, pack, config } = values;
    const format = formatNamed(values.format, pack !== undefined);
    const failOn = readFailOn(values["fail-on"] ?? [], pack !== undefined);
    const { document, remarks } = compareMoments({ files: positionals, program, pack, config, rest }, context);
    const text = differenceFormats[format].render(document, program === undefined ? {} : { folder: program });
    const output = writeOutput(values.output, text, context);
    const isLines = format === "text" && output.document !== "";
    const failed = failures(document, failOn);
    return {
      exitCode: uncheckedCode(document) ?? (failed.length > 0 ? exitCodes.mistakes : 0),
      stdout: isLines ? text.replace(/\n$/, "").split("\n") : output,
      stderr: [...remarks, ...failed],
    };
  },
};

function formatNamed(name: string, hasPack: boolean): DifferenceFormatName {
  if (!isDifferenceFormatName(name))
    throw new CommandError(exitCodes.usage, `Unknown format ${name}. ${nearest(name, Object.keys(differenceFormats))}.`);
  if (differenceFormats[name].needsFindings && !hasPack)
    throw new CommandError(exitCodes.usage, `The format ${name} contains findings only. Specify --pack.`);
  return name;
}

/** A policy that checked nothing outweighs what is found: whether its findings are new is unknown. */
export function uncheckedCode({ findings }: DifferenceDocument): number | undefined {
  const unchecked = findings?.unchecked ?? [];
  if (unchecked.length === 0) return undefined;
  return unchecked.some(({ reason }) => reason === "internal-error") ? exitCodes.fault : exitCodes.misconfigured;
}
