import { nearest } from "@lambda-vpc/policy-kit";
import type { Command } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { readFlags } from "../command/read-flags";
import { collect } from "./collect";
import { inventory } from "./inventory";
import { flags, type Values } from "./organisation-flags";
import { report } from "./report";

const actions = { collect, report, inventory } as const;

/** The flags that each action reads, in addition to `dataset`. */
const flagsOf: Readonly<Record<keyof typeof actions, readonly (keyof typeof flags)[]>> = {
  collect: ["from", "region", "role"],
  report: ["view", "format", "limit", "since", "until", "engine", "server", "work-group", "results", "dry-run", "output"],
  inventory: ["account", "region", "output"],
};

/** `lambda-vpc organisation`: a dataset of many accounts, and questions about it. */
export const organisation: Command = {
  usage:
    "organisation collect --from SOURCE [NAME|DIR|NUMBER]... --dataset DIR [--role ROLE] | report --dataset DIR [--view NAME]... [--format FORMAT] [--limit N] [--since DAY --until DAY] [--engine ENGINE] [--server URL] [--work-group NAME] [--results PLACE] [--dry-run] [--output FILE] | inventory --account A [--region R]... --dataset DIR [--output FILE]",
  summary: "Collects many accounts into a dataset of Parquet files, and reports where the quota is used.",
  flags,
  examples: [
    {
      purpose:
        "Collects all accounts of an aggregator of AWS Config. It needs the permission config:SelectAggregateResourceConfig and nothing else.",
      lines: ["npx lambda-vpc organisation collect --from config-aggregator organisation --dataset dataset"],
    },
    {
      purpose: "Collects snapshots of AWS Config, or a folder of Pulumi states, without AWS.",
      lines: [
        "npx lambda-vpc organisation collect --from config-snapshots snapshots --dataset dataset",
        "npx lambda-vpc organisation collect --from states backend --dataset dataset",
      ],
    },
    {
      purpose: "Reads two accounts in two Regions, and writes nothing to AWS.",
      lines: [
        "npx lambda-vpc organisation collect --from accounts 111122223333 222233334444 --role audit --region us-east-1 --region eu-west-1 --dataset dataset",
      ],
    },
    {
      purpose: "Prints the accounts and VPCs with the least headroom.",
      lines: ["npx lambda-vpc organisation report --dataset dataset --view accounts --view quota_headroom"],
    },
    {
      purpose: "Writes a page with a search field, which works offline.",
      lines: ["npx lambda-vpc organisation report --dataset dataset --format html --output organisation.html"],
    },
    {
      purpose: "Writes the inventory that the packs read.",
      lines: ["npx lambda-vpc organisation inventory --account 111122223333 --region us-east-1 --dataset dataset --output inventory.json"],
    },
    {
      purpose: "Prints the statements that create the tables and views in Athena.",
      lines: ["npx lambda-vpc organisation report --dataset s3://bucket/dataset --engine athena --dry-run"],
    },
  ],
  run(commandLine, context) {
    const { values, positionals } = readFlags(commandLine, flags);
    const [action, ...rest] = positionals;
    if (action === undefined) throw new CommandError(exitCodes.usage, `Specify an action: ${Object.keys(actions).join(", ")}.`);
    if (!isAction(action)) throw new CommandError(exitCodes.usage, `Unknown action ${action}. ${nearest(action, Object.keys(actions))}.`);
    if (values.dataset === undefined) throw new CommandError(exitCodes.usage, "Specify the folder of the dataset with --dataset DIR.");
    refuseForeignFlags(action, values);
    return actions[action]({ ...values, dataset: values.dataset }, rest, context);
  },
};

function isAction(name: string): name is keyof typeof actions {
  return Object.hasOwn(actions, name);
}

/** A flag of another action would have no effect, which its user must know. */
function refuseForeignFlags(action: keyof typeof actions, values: Values): void {
  const foreign = (Object.keys(values) as (keyof typeof flags)[]).find(
    (name) => name !== "dataset" && values[name] !== undefined && values[name] !== false && !flagsOf[action].includes(name),
  );
  if (foreign === undefined) return;
  const owner = Object.entries(flagsOf).find(([, names]) => names.includes(foreign))?.[0] ?? "";
  throw new CommandError(exitCodes.usage, `--${foreign} is a flag of organisation ${owner}. Remove it.`);
}
