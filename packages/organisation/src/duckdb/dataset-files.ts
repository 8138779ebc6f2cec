import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { join, relative } from "node:path";
import { type TableName, tableNames } from "../dataset/tables";

/** A part of a dataset: one Region of an account on one day. */
export interface Partition {
  readonly account: string;
  readonly region: string;
  readonly day: string;
}

/** The dataset cannot be used. `code` distinguishes why. */
export class DatasetError extends Error {
  override readonly name = "DatasetError";

  constructor(
    readonly code: "missing" | "broken" | "unwritable",
    message: string,
  ) {
    super(message);
  }
}

/** The folder of a partition of a table. */
export function partitionFolder(dataset: string, table: TableName, { account, region, day }: Partition): string {
  return join(dataset, table, `account=${account}`, `region=${region}`, `day=${day}`);
}

/** A file of Parquet begins and ends with these bytes. */
const MAGIC = "PAR1";

/**
 * The files of each table that views read: all collections, and for the other tables the newest collection of each Region. For the trend, versions are also
 * those on or before its two days. So a dataset of years is as fast as one of two days.
 *
 * @throws DatasetError if it is no dataset, or if one of these files is not whole. All broken files are counted, and the first are named.
 */
export function datasetFiles(
  dataset: string,
  trend?: { readonly from: string; readonly to: string },
): ReadonlyMap<TableName, readonly string[]> {
  if (!existsSync(dataset)) throw new DatasetError("missing", `${dataset} was not found. Run lambda-vpc organisation collect first.`);
  const partitions = partitionsOf(dataset);
  if (partitions.length === 0)
    throw new DatasetError("missing", `${dataset} contains no collection. Run lambda-vpc organisation collect first.`);
  const days = partitions.map(({ day }) => day).sort();
  const current = newestUntil(partitions, days.at(-1) ?? "");
  const compared = [trend?.from ?? days[0] ?? "", trend?.to ?? days.at(-1) ?? ""].flatMap((day) => newestUntil(partitions, day));
  const files = new Map(
    tableNames.map((table) => {
      const read = table === "collections" ? partitions : table === "function_versions" ? [...new Set([...current, ...compared])] : current;
      return [table, read.flatMap((partition) => parquetIn(partitionFolder(dataset, table, partition)))] as const;
    }),
  );
  refuseBroken(dataset, files);
  return files;
}

/** The partitions that have a collection. What an interrupted write has left has none. */
function partitionsOf(dataset: string): readonly Partition[] {
  return foldersIn(join(dataset, "collections"), "account").flatMap(({ path, value: account }) =>
    foldersIn(path, "region").flatMap(({ path, value: region }) =>
      foldersIn(path, "day").map(({ value: day }) => ({ account, region, day })),
    ),
  );
}

function foldersIn(folder: string, name: string): readonly { readonly path: string; readonly value: string }[] {
  if (!existsSync(folder)) return [];
  const prefix = `${name}=`;
  return readdirSync(folder)
    .filter((entry) => entry.startsWith(prefix))
    .map((entry) => ({ path: join(folder, entry), value: entry.slice(prefix.length) }));
}

/** The newest partition of each Region that is not after a day. */
function newestUntil(partitions: readonly Partition[], last: string): readonly Partition[] {
  const newest = new Map<string, Partition>();
  for (const partition of partitions) {
    const key = `${partition.account} ${partition.region}`;
    const other = newest.get(key);
    if (partition.day <= last && (other === undefined || other.day < partition.day)) newest.set(key, partition);
  }
  return [...newest.values()];
}

function parquetIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".parquet"))
    .map((name) => join(folder, name));
}

function refuseBroken(dataset: string, files: ReadonlyMap<TableName, readonly string[]>): void {
  const lacking = tableNames.filter((table) => files.get(table)?.length === 0);
  if (lacking.length > 0)
    throw new DatasetError("broken", `${dataset} has no files of ${lacking.join(", ")}. Collect again with --dataset ${dataset}.`);
  const broken = [...files.values()].flatMap((paths) => paths.filter((file) => !isWhole(file))).sort();
  if (broken.length === 0) return;
  const named = broken.slice(0, 5).map((file) => relative(dataset, file));
  const more = broken.length > named.length ? `, ${broken.length - named.length} more` : "";
  const what = broken.length === 1 ? "1 file" : `${broken.length} files`;
  throw new DatasetError(
    "broken",
    `${what} of ${dataset} ${broken.length === 1 ? "is" : "are"} no whole Parquet: ${named.join(", ")}${more}. Collect these accounts again on the same day, or delete the folders of that day.`,
  );
}

function isWhole(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    return size >= 12 && [0, size - 4].every((position) => textAt(file, position) === MAGIC);
  } finally {
    closeSync(file);
  }
}

function textAt(file: number, position: number): string {
  const bytes = Buffer.alloc(MAGIC.length);
  readSync(file, bytes, 0, bytes.length, position);
  return bytes.toString("latin1");
}
