import {
  type CollectedRegion,
  type FolderCollection,
  collectAggregator,
  collectSnapshots,
  collectStates,
  Session,
  writeRegion,
} from "@lambda-vpc/organisation";
import { nearest } from "@lambda-vpc/policy-kit";
import { resolve } from "node:path";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { readError } from "../command/file-error";
import type { Outcome } from "../command/outcome";
import type { ActionValues } from "./organisation-flags";
import { withOrganisationErrors } from "./organisation-error";

const sources = ["config-aggregator", "config-snapshots", "states"] as const;

type SourceKind = (typeof sources)[number];

/** `organisation collect`: reads a source, and writes each Region of each account to the dataset. */
export function collect(values: ActionValues, positionals: readonly string[], context: CommandContext): Outcome {
  const { from } = values;
  if (from === undefined) throw new CommandError(exitCodes.usage, `Specify a source with --from: ${sources.join(", ")}.`);
  if (!isSource(from)) throw new CommandError(exitCodes.usage, `Unknown source ${from}. ${nearest(from, sources)}.`);
  const [name, stranger] = positionals;
  const noun = from === "config-aggregator" ? "the name of the aggregator" : "a folder";
  if (name === undefined) throw new CommandError(exitCodes.usage, `Specify ${noun} after --from ${from}.`);
  if (stranger !== undefined) throw new CommandError(exitCodes.usage, `Unknown argument ${stranger}. Specify ${noun} once.`);
  const now = context.now?.() ?? new Date().toISOString();
  const run = async (): Promise<Outcome> => {
    const collected = await read(from, name, now, context);
    return write(collected, values.dataset, context);
  };
  return { exitCode: 0, stdout: [], stderr: [], remaining: () => withOrganisationErrors(run) };
}

function isSource(name: string): name is SourceKind {
  return (sources as readonly string[]).includes(name);
}

async function read(source: SourceKind, name: string, now: string, context: CommandContext): Promise<FolderCollection> {
  if (source === "config-aggregator") return { regions: await readAggregator(name, now, context), broken: [], files: 0 };
  try {
    const folder = resolve(context.directory, name);
    return source === "config-snapshots" ? collectSnapshots(folder) : collectStates(folder, now);
  } catch (error) {
    throw readError(name, resolve(context.directory, name), error);
  }
}

async function readAggregator(aggregator: string, now: string, { progress }: CommandContext): Promise<readonly CollectedRegion[]> {
  const shown = progress && ((items: number) => progress(`${items.toLocaleString("en-US")} resources of ${aggregator} read.`));
  return collectAggregator({ aggregator, now, ...(shown === undefined ? {} : { progress: shown }) });
}

async function write({ regions, broken, files }: FolderCollection, dataset: string, { directory }: CommandContext): Promise<Outcome> {
  if (regions.length === 0 && broken.length === 0)
    throw new CommandError(
      exitCodes.missing,
      files === 0
        ? "The source contains no file to collect."
        : "The source contains no resource that a dataset reads. Nothing was written.",
    );
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
  const isPartial = partial.length > 0 || broken.length > 0;
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
      ...(broken.length === 0
        ? []
        : [`${counted(broken.length, "file")} cannot be read and ${broken.length === 1 ? "is" : "are"} left out:`]),
      ...limited(broken.map(({ file, why }) => `  ${file}: ${why}`)),
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
