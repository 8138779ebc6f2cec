import type { Assessment } from "@lambda-vpc/policy-kit";
import type { Command } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Flags } from "../command/flags";
import { loadPack } from "../configuration/load-pack";
import { assessFlags, assessInput, formatNamed, inputOf, printed } from "./assess-input";
import { readRequest } from "./read-request";

const DEFAULT_PACK = "@lambda-vpc/lambda-vpc";

const flags = {
  ...assessFlags,
  pack: { type: "string", value: "DIR|PACKAGE", default: DEFAULT_PACK, meaning: `pack that checks the stack; default: ${DEFAULT_PACK}` },
} as const satisfies Flags;

/** Lists the findings of a pack in a stack, without an engine that loads the pack. */
export const check: Command = {
  usage:
    "check FILE|- | --program DIR [--pack DIR|PACKAGE] [--config FILE] [--format NAME] [--output FILE] [-- ARGUMENTS OF pulumi preview]",
  summary: "Lists the findings of a pack in a preview or a deployed stack. Fails if one is mandatory.",
  flags,
  examples: [
    {
      purpose: "Checks what the update of a stack results in.",
      lines: ["npx lambda-vpc check --program . --config policies.json -- --stack dev"],
    },
    {
      purpose: "Writes the findings in a deployed stack for code scanning.",
      lines: [
        "pulumi stack export > state.json",
        "npx lambda-vpc check state.json --config policies.json --format sarif --output findings.sarif",
      ],
    },
  ],
  run: (commandLine, context) => {
    const request = readRequest(commandLine, flags);
    formatNamed(request.format, false);
    const pack = loadPack(request.pack, context);
    const input = inputOf(request, context);
    if (input.kind === "inventory")
      throw new CommandError(
        exitCodes.unreadable,
        "An inventory names no functions, so no policy can check it. Count it with `lambda-vpc plan`.",
      );
    const assessment = assessInput(pack, input, request, context);
    return printed(assessment, { input, request, exitCode: exitCodeOf(assessment), options: { parts: "findings" } }, context);
  },
};

/** A policy that checked nothing outweighs findings: those that it would make are unknown. */
function exitCodeOf({ unchecked, findings }: Assessment): number {
  if (unchecked.some(({ reason }) => reason === "internal-error")) return exitCodes.fault;
  if (unchecked.length > 0) return exitCodes.misconfigured;
  return findings.some(({ level }) => level === "mandatory") ? exitCodes.mistakes : 0;
}
