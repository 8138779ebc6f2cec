import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CollectedRegion } from "../dataset/collected-region";
import { rowsOf } from "../dataset/rows-of";
import { type Column, type ColumnType, type TableName, tableNames, tables } from "../dataset/tables";
import { DatasetError, type Partition, partitionFolder } from "./dataset-files";
import { type Session, sqlText } from "./session";

/** Types of DuckDB. */
const types: Readonly<Record<ColumnType, string>> = { text: "VARCHAR", integer: "BIGINT", boolean: "BOOLEAN", texts: "VARCHAR[]" };

/** What was written. */
export interface WrittenRegion extends Partition {
  /** Whether it took the place of another collection of that day. */
  readonly replaced: boolean;
}

/**
 * Writes a Region to the dataset, as the only collection of its account, Region and day: an earlier one of that day is replaced. The row of
 * `collections` is removed first and written last, so an interrupted write leaves no collection of that day rather than a mixed one.
 *
 * @throws DatasetError if a file cannot be written.
 */
export async function writeRegion(session: Session, dataset: string, region: CollectedRegion): Promise<WrittenRegion> {
  const partition = { account: region.account, region: region.region, day: region.readAt.slice(0, 10) };
  const rows = rowsOf(region);
  try {
    mkdirSync(dataset, { recursive: true });
    const staging = mkdtempSync(join(dataset, ".collecting-"));
    try {
      for (const table of tableNames) await writeTable(session, join(staging, table), table, rows[table]);
      const committed = partitionFolder(dataset, "collections", partition);
      const replaced = existsSync(committed);
      rmSync(committed, { recursive: true, force: true });
      for (const table of tableNames) moveTable(join(staging, table), partitionFolder(dataset, table, partition));
      return { ...partition, replaced };
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new DatasetError("unwritable", `${dataset} cannot be written (${code}). Specify a folder that you have permission to write to.`);
  }
}

/** Writes the rows as `FOLDER/part.parquet`, by way of a file of lines, which DuckDB reads with the types of the schema. */
async function writeTable(session: Session, folder: string, table: TableName, rows: readonly unknown[]): Promise<void> {
  mkdirSync(folder);
  const lines = join(folder, "rows.ndjson");
  writeFileSync(lines, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  await session.run(
    `COPY (SELECT * FROM read_json(${sqlText(lines)}, format = 'newline_delimited', columns = {${columnTypes(table)}}, maximum_object_size = 67108864)) TO ${sqlText(join(folder, "part.parquet"))} (FORMAT parquet, COMPRESSION snappy)`,
  );
  rmSync(lines);
}

/** The columns of a table as DuckDB declares them. */
export function columnTypes(table: TableName): string {
  const columns: Readonly<Record<string, Column>> = tables[table].columns;
  return Object.entries(columns)
    .map(([name, { type }]) => `${name}: ${sqlText(types[type])}`)
    .join(", ");
}

function moveTable(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

/** The code of an error of the operating system, such as `EACCES`. */
function codeOf(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
