import { type Audit, auditAccount, type DeletionAnswer, whatHolds } from "@lambda-vpc/model";
import { nearest } from "@lambda-vpc/policy-kit";
import {
  type AuditFormatName,
  auditFormats,
  deletionFormats,
  describeAudits,
  describeDeletion,
  isAuditFormatName,
} from "@lambda-vpc/reports";
import { assessFlags } from "../assess/assess-input";
import type { Command, CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Flags } from "../command/flags";
import type { Outcome } from "../command/outcome";
import { ownVersion } from "../command/own-version";
import { readFlags } from "../command/read-flags";
import { writeFiles } from "../command/write-files";
import { writeOutput } from "../command/write-output";
import { accessesOf } from "./account-accesses";
import { readAccounts } from "./read-accounts";

const flags = {
  region: { type: "string", multiple: true, value: "R", meaning: "Region to read; default: that of the profile or the environment" },
  profile: {
    type: "string",
    multiple: true,
    value: "P",
    meaning: "profile of the AWS configuration files; default: the credentials of the environment",
  },
  role: { type: "string", value: "NAME", meaning: "role to assume in each account of --account" },
  account: { type: "string", multiple: true, value: "N", meaning: "account to read with --role" },
  tag: { type: "string", value: "KEY", meaning: "shares combinations out by the values of this tag of functions, for cost allocation" },
  all: { type: "boolean", default: false, meaning: "lists every interface, combination and subnet, in the formats text and markdown" },
  inventory: { type: "string", value: "FILE", meaning: "writes the inventory of the account that packs read" },
  "iam-policy": { type: "boolean", default: false, meaning: "prints the least IAM policy that an audit needs, and reads nothing" },
  format: { type: "string", value: "F", default: "text", meaning: `format of the output: ${Object.keys(auditFormats).join(", ")}` },
  output: assessFlags.output,
} as const satisfies Flags;

/** Reads a live account: what holds each ENI, and what must change before something can be deleted. */
export const audit: Command = {
  usage:
    "audit [ENI|GROUP|SUBNET] [--region R] [--profile P] [--role NAME --account N] [--tag KEY] [--all] [--inventory FILE] [--format F] [--output FILE] | audit --iam-policy [--tag KEY]",
  summary: "Lists which functions and versions hold each ENI of a live account, and what must change to delete it.",
  flags,
  examples: [
    {
      purpose: "Lists what needs attention in the account of your credentials. Nothing is written to AWS.",
      lines: ["npx lambda-vpc audit --region us-east-1"],
    },
    {
      purpose: "Lists what must change before a subnet, a security group or an ENI can be deleted, in order.",
      lines: ["npx lambda-vpc audit subnet-0a1b2c3d"],
    },
    {
      purpose: "Writes a page with every ENI of two Regions and its holders, and filters.",
      lines: ["npx lambda-vpc audit --region us-east-1 --region eu-central-1 --format html --output audit.html"],
    },
    {
      purpose: "Shares combinations out by the tag team, in two accounts that have the role network-audit.",
      lines: ["npx lambda-vpc audit --role network-audit --account 111122223333 --account 444455556666 --tag team"],
    },
    {
      purpose: "Prints the IAM policy for that role, and writes the inventory that packs read.",
      lines: ["npx lambda-vpc audit --iam-policy --tag team --output policy.json", "npx lambda-vpc audit --inventory inventory.json"],
    },
  ],
  run: (commandLine, context) => {
    const { values, positionals } = readFlags(commandLine, flags);
    const [id, stranger] = positionals;
    if (stranger !== undefined)
      throw new CommandError(exitCodes.usage, `Unknown argument "${stranger}". Specify one ENI, group or subnet.`);
    if (id !== undefined && !/^(?:eni|sg|subnet)-/.test(id))
      throw new CommandError(
        exitCodes.usage,
        `"${id}" is not the id of an ENI, a security group or a subnet. Specify eni-…, sg-… or subnet-….`,
      );
    const request = { ...values, id, format: formatNamed(values.format) };
    const accesses = accessesOf(values, context.environment ?? {});
    if (values.inventory !== undefined && accesses.length > 1)
      throw new CommandError(
        exitCodes.usage,
        "An inventory is of one account and Region. Specify at most one --region, --profile and --account.",
      );
    const remaining = values["iam-policy"] ? () => printPolicy(request, context) : () => run(request, accesses, context);
    return { exitCode: 0, stdout: [], stderr: [], remaining };
  },
};

interface AuditRequest {
  readonly id: string | undefined;
  readonly format: AuditFormatName;
  readonly output?: string | undefined;
  readonly inventory?: string | undefined;
  readonly tag?: string | undefined;
  readonly all: boolean;
}

function formatNamed(name: string): AuditFormatName {
  if (!isAuditFormatName(name))
    throw new CommandError(exitCodes.usage, `Unknown format ${name}. ${nearest(name, Object.keys(auditFormats))}.`);
  return name;
}

async function printPolicy({ output, tag }: AuditRequest, context: CommandContext): Promise<Outcome> {
  const { readPolicy } = await import("@lambda-vpc/account");
  const text = `${JSON.stringify(readPolicy({ tags: tag !== undefined }), undefined, 2)}\n`;
  return { exitCode: 0, stdout: writeOutput(output, text, context), stderr: [] };
}

async function run(request: AuditRequest, accesses: ReturnType<typeof accessesOf>, context: CommandContext): Promise<Outcome> {
  const { readings, remarks, failed } = await readAccounts(accesses, { tags: request.tag !== undefined }, context);
  const audits = readings.map((reading) => auditAccount(reading, request.tag === undefined ? {} : { tag: request.tag }));
  if (request.inventory !== undefined) await writeInventory(request.inventory, audits, context);
  const { text, exitCode } = request.id === undefined ? report(audits, request) : answer(audits, request.id, request);
  const output = writeOutput(request.output, text, context);
  const isLines = request.format === "text" && output.document !== "";
  return {
    exitCode: failed ? exitCodes.partial : exitCode,
    stdout: isLines ? text.replace(/\n$/, "").split("\n") : output,
    stderr: remarks,
  };
}

/** What could not be read outweighs findings: there may be more of them. */
function report(audits: readonly Audit[], { format, all }: AuditRequest) {
  const document = describeAudits(audits, { version: ownVersion() });
  const isPartial = document.regions.some(({ gaps }) => gaps.length > 0);
  return {
    text: auditFormats[format].render(document, { all }),
    exitCode: isPartial ? exitCodes.partial : document.findings.length > 0 ? exitCodes.mistakes : 0,
  };
}

/** @throws CommandError if no account has the id. */
function answer(audits: readonly Audit[], id: string, { format }: AuditRequest) {
  const answers = audits.map((audit) => ({ audit, found: whatHolds(audit, id) }));
  const [first] = answers.flatMap(({ audit, found }) => (found.ok ? [{ audit, value: found.value }] : []));
  if (first === undefined) {
    const isPartial = audits.some(({ reading }) => reading.gaps.length > 0);
    throw new CommandError(
      isPartial ? exitCodes.partial : exitCodes.missing,
      ...answers.flatMap(({ found }) => (found.ok ? [] : [found.error])),
    );
  }
  const document = describeDeletion(first.value, first.audit, { version: ownVersion() });
  return { text: deletionFormats[format](document), exitCode: exitCodeOf(first.value) };
}

function exitCodeOf({ verdict, doubts }: DeletionAnswer): number {
  if (doubts.length > 0) return exitCodes.partial;
  return verdict === "held" ? exitCodes.mistakes : 0;
}

async function writeInventory(file: string, audits: readonly Audit[], { directory }: CommandContext): Promise<void> {
  const [only] = audits;
  if (only === undefined) return;
  const { accountInventory } = await import("@lambda-vpc/account");
  writeFiles([{ file, text: `${JSON.stringify(accountInventory(only.reading), undefined, 2)}\n` }], { directory });
}
