import { checkConfiguration, enabledByAll, isRecord, type Pack, problemLine } from "@lambda-vpc/policy-kit";
import type { Command } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Flags } from "../command/flags";
import { loadPack } from "./load-pack";
import { readFlags } from "../command/read-flags";
import { duplicateKeys } from "./duplicate-keys";
import { parseJson } from "../command/parse-json";
import { readText } from "../command/read-file";

const flags = {
  pack: { type: "string", value: "DIR|PACKAGE", meaning: "folder of the policy pack, or the name of its installed package" },
} as const satisfies Flags;

/** Lists every mistake in a pack's configuration, including those that the engine silently accepts. */
export const checkConfig: Command = {
  usage: "check-config FILE|- --pack DIR|PACKAGE",
  summary: "Lists all mistakes in the configuration of a pack.",
  flags,
  examples: [
    {
      purpose: "Checks the configuration of an installed pack.",
      lines: ["npx lambda-vpc check-config policies.json --pack @lambda-vpc/lambda-vpc"],
    },
    {
      purpose: "Checks the configuration of a pack in a folder. - reads standard input.",
      lines: ["npx lambda-vpc check-config - --pack ./policy-pack < policies.json"],
    },
  ],
  run: (commandLine, context) => {
    const { file, pack: given } = readCheckFlags(commandLine);
    const text = readText(file, context);
    const configuration = parseJson(text, file === "-" ? "The standard input" : file);
    const pack = loadPack(given, context);
    const problems = [
      ...duplicateKeys(text).map(
        ({ path, line }) => `${path}: Line ${line} sets this key again, and the engine uses the last value. Remove one.`,
      ),
      ...checkConfiguration(pack, configuration, context.today).map(problemLine),
    ];
    return {
      exitCode: problems.length > 0 ? exitCodes.mistakes : 0,
      stdout: problems,
      stderr: [
        ...remarkOnAll(pack, configuration),
        `${file}: ${problems.length > 0 ? problems.length : "no"} mistake${problems.length === 1 ? "" : "s"} for ${pack.name}`,
      ],
    };
  },
};

/** No mistake, but `pulumi preview` enables more than the file seems to state. */
function remarkOnAll(pack: Pack, configuration: unknown): readonly string[] {
  const enabled = isRecord(configuration) ? enabledByAll(pack, configuration) : [];
  if (enabled.length === 0) return [];
  return [
    `all: \`pulumi preview\` also enables ${enabled.join(", ")}, disabled by default. \`lambda-vpc preview\` does not. Name each with its level.`,
  ];
}

function readCheckFlags(commandLine: readonly string[]): { readonly file: string; readonly pack: string } {
  const { values, positionals } = readFlags(commandLine, flags);
  const [file, ...strangers] = positionals;
  if (file === undefined) throw new CommandError(exitCodes.usage, "FILE is missing. Specify the configuration to check.");
  if (strangers.length > 0) throw new CommandError(exitCodes.usage, `Specify one file. ${strangers.join(", ")} would not be checked.`);
  if (!values.pack)
    throw new CommandError(exitCodes.usage, "--pack is missing. Specify the folder of the pack, or the name of its installed package.");
  return { file, pack: values.pack };
}
