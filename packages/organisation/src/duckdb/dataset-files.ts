import { closeSync, existsSync, fstatSync, globSync, openSync, readSync } from "node:fs";
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
    readonly code: "missing" | "broken" | "unwritable" | "unsupported",
    message: string,
  ) {
    super(message);
  }
}

/** The folder of a partition of a table. */
export function partitionFolder(dataset: string, table: TableName, { account, region, day }: Partition): string {
  return join(dataset, table, `account=${account}`, `region=${region}`, `day=${day}`);
}

/** The pattern of the files of a table, as DuckDB reads it. */
export function filePattern(dataset: string, table: TableName): string {
  return join(dataset, table, "account=*", "region=*", "day=*", "*.parquet");
}

/** A file of Parquet begins and ends with these bytes. */
const MAGIC = "PAR1";

/**
 * Refuses a folder that is no dataset, or whose files are not whole. All broken files are counted, and the first are named.
 *
 * @throws DatasetError
 */
export function checkDataset(dataset: string): void {
  if (/[*?[\]{}]/.test(dataset))
    throw new DatasetError("unsupported", `The path of the dataset contains one of the characters *?[]{}: ${dataset}. Rename the folder.`);
  const files = tableNames.map((table) => ({ table, found: globSync(filePattern(dataset, table)) }));
  const lacking = files.filter(({ found }) => found.length === 0).map(({ table }) => table);
  if (lacking.includes("collections"))
    throw new DatasetError(
      "missing",
      `${dataset} ${existsSync(dataset) ? "contains no collection" : "was not found"}. Run lambda-vpc organisation collect first.`,
    );
  if (lacking.length > 0)
    throw new DatasetError("broken", `${dataset} has no files of ${lacking.join(", ")}. Collect again with --dataset ${dataset}.`);
  const broken = files.flatMap(({ found }) => found.filter((file) => !isWhole(file))).sort();
  if (broken.length > 0) {
    const named = broken.slice(0, 5).map((file) => relative(dataset, file));
    const more = broken.length > named.length ? `, ${broken.length - named.length} more` : "";
    throw new DatasetError(
      "broken",
      `${broken.length === 1 ? "1 file" : `${broken.length} files`} of ${dataset} ${broken.length === 1 ? "is" : "are"} no whole Parquet: ${named.join(", ")}${more}. Collect these accounts again on the same day, or delete the folders of that day.`,
    );
  }
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
