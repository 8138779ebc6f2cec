import {
  bucketStore,
  type CollectedRegion,
  collectAccounts,
  collectAggregator,
  collectSnapshots,
  collectStates,
  type FailedAccount,
  type FileCollection,
  folderStore,
  readBucketLocation,
  Session,
  type SourceStore,
  writeRegion,
} from "@lambda-vpc/organisation";
import { nearest } from "@lambda-vpc/policy-kit";
import { resolve } from "node:path";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { type ExitCode, exitCodes } from "../command/exit-codes";
import type { Outcome } from "../command/outcome";
import type { ActionValues } from "./organisation-flags";
import { withOrganisationErrors } from "./organisation-error";

const sources = ["config-aggregator", "config-snapshots", "states", "accounts"] as const;

type SourceKind = (typeof sources)[number];

/** `organisation collect`: reads a source, and writes each Region of each account to the dataset. */
export function collect(values: ActionValues, positionals: readonly string[], context: CommandContext): Outcome {
  const { from } = values;
  if (from === undefined) throw new CommandError(exitCodes.usage, `Specify a source with --from: ${sources.join(", ")}.`);
  if (!isSource(from)) throw new CommandError(exitCodes.usage, `Unknown source ${from}. ${nearest(from, sources)}.`);
  const now = context.now?.() ?? new Date().toISOString();
  const read = readerOf(from, positionals, values, now, context);
  const run = async (): Promise<Outcome> => write(await read(), values.dataset, context);
  return { exitCode: 0, stdout: [], stderr: [], remaining: () => withOrganisationErrors(run) };
}

/** What a source contains, and what of it could not be read at all, as lines. */
interface Collected {
  readonly regions: readonly CollectedRegion[];
  readonly failed: readonly string[];
}

function readerOf(
  source: SourceKind,
  positionals: readonly string[],
  values: ActionValues,
  now: string,
  context: CommandContext,
): () => Promise<Collected> {
  if (source === "accounts") return accountsReader(positionals, values, now, context);
  const foreign = values.role !== undefined ? "role" : values.region !== undefined ? "region" : undefined;
  if (foreign !== undefined) throw new CommandError(exitCodes.usage, `--${foreign} is for --from accounts. Remove it.`);
  const [name, stranger] = positionals;
  const noun = source === "config-aggregator" ? "the name of the aggregator" : "a folder or s3://BUCKET/PREFIX";
  if (name === undefined) throw new CommandError(exitCodes.usage, `Specify ${noun} after --from ${source}.`);
  if (stranger !== undefined) throw new CommandError(exitCodes.usage, `Unknown argument ${stranger}. Specify ${noun} once.`);
  if (source === "config-aggregator") return async () => ({ regions: await readAggregator(name, now, context), failed: [] });
  return async () => {
    const { regions, broken, files } = await readFiles(source, name, now, context);
    if (files + broken.length === 0) throw new CommandError(exitCodes.missing, `${name} contains no file to collect. Check the path.`);
    return { regions, failed: broken.map(({ file, why }) => `${file} cannot be read and is left out: ${why}`) };
  };
}

function accountsReader(
  accounts: readonly string[],
  { role, region = [] }: ActionValues,
  now: string,
  { progress }: CommandContext,
): () => Promise<Collected> {
  const wrong = accounts.find((account) => !/^\d{12}$/.test(account));
  if (wrong !== undefined) throw new CommandError(exitCodes.usage, `${wrong} is not a number of an account. Specify twelve digits.`);
  if (accounts.length > 0 && role === undefined)
    throw new CommandError(
      exitCodes.usage,
      "Specify the role to assume in each account with --role ROLE, or no account for that of your credentials.",
    );
  if (accounts.length === 0 && role !== undefined)
    throw new CommandError(exitCodes.usage, "Specify the accounts in which --role is assumed.");
  return async () => {
    const { regions, failed } = await collectAccounts({
      ...{ accounts, regions: region, now: () => Date.parse(now) },
      ...(role === undefined ? {} : { role }),
      ...(progress === undefined
        ? {}
        : { progress: (account, of) => progress(`Reading ${account ?? "the account of the credentials"} ${of ?? ""}`) }),
    });
    const [first] = failed;
    if (regions.length === 0 && first !== undefined) throw new CommandError(accountCodes[first.error.code], first.error.message);
    return {
      regions,
      failed: failed.map(
        ({ account, region: of, error }) => `${[account, of].filter((one) => one !== undefined).join(" ")}: ${error.message}`,
      ),
    };
  };
}

const accountCodes = {
  "no-region": exitCodes.usage,
  "no-credentials": exitCodes.refused,
  expired: exitCodes.refused,
  denied: exitCodes.refused,
  "unknown-region": exitCodes.refused,
  unreachable: exitCodes.unreachable,
} as const satisfies Readonly<Record<FailedAccount["error"]["code"], ExitCode>>;

function isSource(name: string): name is SourceKind {
  return (sources as readonly string[]).includes(name);
}

async function readFiles(
  source: "config-snapshots" | "states",
  name: string,
  now: string,
  { directory, progress }: CommandContext,
): Promise<FileCollection> {
  const location = readBucketLocation(name);
  if (location === undefined) return collectFiles(source, folderStore(resolve(directory, name)), now);
  progress?.(`Reading ${name}`);
  const store = bucketStore(location);
  return collectFiles(source, store, now).finally(() => store.close());
}

function collectFiles(source: "config-snapshots" | "states", store: SourceStore, now: string): Promise<FileCollection> {
  return source === "config-snapshots" ? collectSnapshots(store) : collectStates(store, now);
}

async function readAggregator(aggregator: string, now: string, { progress }: CommandContext): Promise<readonly CollectedRegion[]> {
  const shown = progress && ((items: number) => progress(`${items.toLocaleString("en-US")} resources of ${aggregator} read.`));
  return collectAggregator({ aggregator, now, ...(shown === undefined ? {} : { progress: shown }) });
}

async function write({ regions, failed }: Collected, dataset: string, { directory }: CommandContext): Promise<Outcome> {
  if (regions.length === 0 && failed.length === 0)
    throw new CommandError(exitCodes.missing, "The source contains no resource that a dataset reads. Nothing was written.");
  const written = await Session.with({}, async (session) => {
    const all = [];
    for (const region of regions) all.push(await writeRegion(session, resolve(directory, dataset), region));
    return all;
  });
  const replaced = written.filter((one) => one.replaced);
  const accounts = new Set(regions.map(({ account }) => account)).size;
  const functions = regions.reduce((sum, region) => sum + region.functions.length, 0);
  const partial = regions.flatMap(({ account, region, gaps }) =>
    gaps.filter(({ reason }) => reason !== "not-in-source").map(({ message }) => `${account} ${region}: ${message}`),
  );
  const never = new Set(
    regions.flatMap(({ gaps }) =>
      gaps.filter(({ reason, subject }) => reason === "not-in-source" && subject === undefined).map(({ message }) => message),
    ),
  );
  const isPartial = partial.length > 0 || failed.length > 0;
  return {
    exitCode: isPartial ? exitCodes.partial : 0,
    stdout: [
      `Collected ${counted(functions, "function")} in ${counted(regions.length, "collection")} of ${counted(accounts, "account")} into ${dataset}.`,
      ...(replaced.length === 0
        ? []
        : [
            `${counted(replaced.length, "collection")} of the same account, Region and day replaced: ${listed(replaced.map(({ account, region, day }) => `${account} ${region} ${day}`))}.`,
          ]),
    ],
    stderr: [
      ...(failed.length === 0 ? [] : [`${counted(failed.length, "file or account")} of the source could not be read:`]),
      ...limited(failed.map((line) => `  ${line}`)),
      ...(partial.length === 0 ? [] : [`${counted(partial.length, "part")} could not be read. Figures that rest on them are bounds:`]),
      ...limited(partial.map((line) => `  ${line}`)),
      ...[...never].sort(),
    ],
  };
}

/** Lines that name what is wrong. The dataset has all of them, in the view missing. */
const MOST_LINES = 20;

function limited(lines: readonly string[]): readonly string[] {
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES), `  ${lines.length - MOST_LINES} more.`];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length <= 3 ? shown : `${shown}, ${names.length - 3} more`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
