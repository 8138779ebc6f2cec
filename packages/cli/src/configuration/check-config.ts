import { checkConfiguration, problemLine } from "@lambda-vpc/policy-kit";
import type { Command } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Flags } from "../command/flags";
import { loadPack } from "./load-pack";
import { readFlags } from "../command/read-flags";
import { readJson } from "../command/read-file";

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
    const configuration = readJson(file, context);
    const pack = loadPack(given, context);
    const problems = checkConfiguration(pack, configuration, context.today);
    return {
      exitCode: problems.length > 0 ? exitCodes.mistakes : 0,
      stdout: problems.map((problem) => `${problemLine(problem)}\n`).join(""),
      stderr: `${file}: ${problems.length > 0 ? problems.length : "no"} mistake${problems.length === 1 ? "" : "s"} for ${pack.name}\n`,
    };
  },
};

function readCheckFlags(commandLine: readonly string[]): { readonly file: string; readonly pack: string } {
  const { values, positionals } = readFlags(commandLine, flags);
  const [file, ...strangers] = positionals;
  if (file === undefined) throw new CommandError(exitCodes.usage, "FILE is missing. Specify the configuration to check.");
  if (strangers.length > 0) throw new CommandError(exitCodes.usage, `Specify one file. ${strangers.join(", ")} would not be checked.`);
  if (!values.pack)
    throw new CommandError(exitCodes.usage, "--pack is missing. Specify the folder of the pack, or the name of its installed package.");
  return { file, pack: values.pack };
}
