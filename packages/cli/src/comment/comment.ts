import { type DifferenceDocument, hasChange } from "@lambda-vpc/reports";
import type { Command } from "../command/command";
import type { Flags } from "../command/flags";
import type { Outcome } from "../command/outcome";
import { readFlags } from "../command/read-flags";
import { uncheckedCode } from "../diff/diff";
import { compareMoments, momentFlags, partsOf } from "../diff/two-moments";
import { commentBody, markerOf } from "./comment-body";
import { bodyLimits, type CommentHost, type CommentTarget, type HostName, hostNames } from "./comment-host";
import { hostOf, targetOf } from "./comment-target";
import { githubHost } from "./github-host";
import { gitlabHost } from "./gitlab-host";
import { hostError } from "./host-error";
import { writeComment, type WrittenComment } from "./write-comment";

const DEFAULT_PACK = "@lambda-vpc/lambda-vpc";

const flags = {
  ...momentFlags,
  pack: {
    type: "string",
    value: "DIR|PACKAGE",
    default: DEFAULT_PACK,
    meaning: `pack whose new findings are in the comment; default: ${DEFAULT_PACK}`,
  },
  host: { type: "string", value: hostNames.join("|"), meaning: "host of the pull request; default: that whose CI system runs the command" },
  repository: {
    type: "string",
    value: "NAME",
    meaning: "OWNER/NAME on GitHub, path or number of the project on GitLab; default: that of the CI job",
  },
  number: { type: "string", value: "N", meaning: "number of the pull request; default: that of the CI job" },
  "dry-run": { type: "boolean", default: false, meaning: "prints the comment and sends nothing" },
} as const satisfies Flags;

const hosts: Readonly<Record<HostName, (target: CommentTarget) => Promise<CommentHost>>> = { github: githubHost, gitlab: gitlabHost };

/** Writes the difference of two moments of a stack, and its new findings, as one comment on a pull request. */
export const comment: Command = {
  usage:
    "comment BASE HEAD | PREVIEW | [BASE] --program DIR [--pack DIR|PACKAGE] [--config FILE] [--host github|gitlab] [--repository NAME] [--number N] [--dry-run] [-- ARGUMENTS OF pulumi preview]",
  summary: "Writes what an update changes, and its new findings, as a comment on a pull request.",
  flags,
  examples: [
    {
      purpose: "Prints the comment about the next update of a stack.",
      lines: ["npx lambda-vpc comment --program . --dry-run -- --stack dev"],
    },
    {
      purpose:
        "In GitHub Actions or GitLab CI, creates the comment, or updates the one of an earlier run. GITHUB_TOKEN or GITLAB_TOKEN is the token.",
      lines: ["pulumi preview --json --show-sames > preview.json", "npx lambda-vpc comment preview.json --config policies.json"],
    },
  ],
  run: (commandLine, context) => {
    const { own, rest } = partsOf(commandLine);
    const { values, positionals } = readFlags(own, flags, "Arguments of pulumi preview follow after --.");
    const { program, pack, config } = values;
    const isDry = values["dry-run"];
    // Before the preview, which takes long.
    const target = isDry ? undefined : targetOf(values, context);
    const { document, remarks } = compareMoments({ files: positionals, program, pack, config, rest }, context);
    const exitCode = uncheckedCode(document) ?? 0;
    if (target === undefined)
      return {
        exitCode,
        stdout: { document: commentBody(document, bodyLimits[dryHost(values, context.environment ?? {})]) },
        stderr: remarks,
      };
    return { exitCode, stdout: [], stderr: remarks, remaining: () => send(document, target, exitCode) };
  },
};

/** A dry run needs no host: the shortest limit applies then. */
function dryHost(given: Parameters<typeof hostOf>[0], environment: Parameters<typeof hostOf>[1]): HostName {
  const isKnown = given.host !== undefined || environment["GITHUB_ACTIONS"] === "true" || environment["GITLAB_CI"] === "true";
  return isKnown ? hostOf(given, environment) : "github";
}

async function send(document: DifferenceDocument, target: CommentTarget, exitCode: number): Promise<Outcome> {
  const { added, removed, unchecked } = document.findings ?? { added: [], removed: [], unchecked: [] };
  const isWorthIt = hasChange(document) || added.length + removed.length + unchecked.length > 0;
  try {
    const host = await hosts[target.host](target);
    const written = await writeComment(host, {
      marker: markerOf(document),
      body: commentBody(document, bodyLimits[target.host]),
      isWorthIt,
    });
    return { exitCode, stdout: [lineOf(written)], stderr: [] };
  } catch (error) {
    throw hostError(error, target);
  }
}

function lineOf({ done, where }: WrittenComment): string {
  if (done === "skipped") return "Nothing changes and no finding is new, so no comment is created.";
  return done === "unchanged" ? "The comment is up to date." : `Comment ${done}: ${where ?? ""}`;
}
