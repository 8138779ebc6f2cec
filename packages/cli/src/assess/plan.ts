import type { Pack } from "@lambda-vpc/policy-kit";
import type { Command } from "../command/command";
import { assessFlags, assessInput, formatNamed, inputOf, printed } from "./assess-input";
import { readRequest } from "./read-request";

/** A plan needs no policy. */
const noPolicies: Pack = { name: "plan", description: "Counts combinations and addresses.", policies: [] };

/** Counts the combinations and addresses of a stack. */
export const plan: Command = {
  usage: "plan FILE|- | --program DIR [--config FILE] [--format NAME] [--output FILE] [-- ARGUMENTS OF pulumi preview]",
  summary: "Counts combinations by VPC, set and subnet, what sharing saves, addresses, and the quota.",
  flags: assessFlags,
  examples: [
    { purpose: "Counts what the update of a stack results in.", lines: ["npx lambda-vpc plan --program . -- --stack dev"] },
    {
      purpose: "The same, with a preview that you run.",
      lines: ["pulumi preview --json --show-sames > preview.json", "npx lambda-vpc plan preview.json"],
    },
    {
      purpose: "Counts what is deployed, as JSON.",
      lines: ["pulumi stack export > state.json", "npx lambda-vpc plan state.json --format json --output plan.json"],
    },
  ],
  run: (commandLine, context) => {
    const request = readRequest(commandLine, assessFlags);
    formatNamed(request.format, true);
    const input = inputOf(request, context);
    const assessment = assessInput(noPolicies, input, request, context);
    return printed(assessment, { input, request, exitCode: 0, options: { parts: "plan" } }, context);
  },
};
