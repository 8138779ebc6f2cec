import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Column, type ColumnType, type TableName, tableNames, tables } from "../dataset/tables";
import { viewsInOrder } from "./view-list";

export const engines = ["duckdb", "trino", "athena"] as const;

export type Engine = (typeof engines)[number];

/** Where a dataset is, and how it is named in an engine. */
export interface Placement {
  /** Without an ending `/`: a folder for DuckDB, `local:///…` or `s3://…` for Trino, `s3://…` for Athena. */
  readonly location: string;
  /** The schema, or database, of the tables and views. DuckDB needs none. */
  readonly schema: string;
  /** The files of each table, for DuckDB. Without them, all files of the dataset. */
  readonly files?: ReadonlyMap<TableName, readonly string[]>;
  /** The days of the view `trend`. Without them, the first and the last of the dataset. */
  readonly trend?: { readonly from: string; readonly to: string };
}

const types: Readonly<Record<Engine, Readonly<Record<ColumnType, string>>>> = {
  duckdb: { text: "VARCHAR", integer: "BIGINT", boolean: "BOOLEAN", texts: "VARCHAR[]" },
  trino: { text: "varchar", integer: "bigint", boolean: "boolean", texts: "array(varchar)" },
  athena: { text: "string", integer: "bigint", boolean: "boolean", texts: "array<string>" },
};

const folder = join(__dirname, "../..");

/** Tables with a row or so for each collection, which many views read. DuckDB loads them once. */
const FEW_ROWS: readonly TableName[] = ["collections", "gaps", "quotas"];

/** The statements that make tables over the files of a dataset, and views over the tables. They name nothing that they do not create first. */
export function statements(engine: Engine, placement: Placement): readonly string[] {
  const dialect = readDialect(engine);
  const once = fill(dialect.once, { schema: placement.schema });
  const made = tableNames.flatMap((table) => {
    const text = FEW_ROWS.includes(table) ? dialect.eachTableOfFewRows : dialect.eachTable;
    return fill(text, {
      ...{ table, schema: placement.schema, location: placement.location },
      ...{ columns: columnsOf(engine, table), files: filesOf(table, placement) },
    });
  });
  return [...once, ...made, ...viewsInOrder.map((view) => `CREATE OR REPLACE VIEW ${view} AS\n${viewText(view, placement)}`)];
}

/** A pattern, or a list of files, as DuckDB reads it. */
function filesOf(table: TableName, { location, files }: Placement): string {
  const text = (path: string): string => `'${path.replaceAll("'", "''")}'`;
  return files === undefined
    ? text(`${location}/${table}/account=*/region=*/day=*/*.parquet`)
    : `[${(files.get(table) ?? []).map(text).join(", ")}]`;
}

/** The query of a view, as its file has it. */
export function viewText(view: string, { trend }: Pick<Placement, "trend"> = {}): string {
  if (view === "trend_days" && trend !== undefined) return `SELECT '${trend.from}' AS from_day, '${trend.to}' AS to_day`;
  return readFileSync(join(folder, "views", `${view}.sql`), "utf8").trim();
}

function columnsOf(engine: Engine, table: TableName): string {
  const columns: Readonly<Record<string, Column>> = tables[table].columns;
  const quote = engine === "athena" ? "`" : '"';
  return Object.entries(columns)
    .map(([name, { type }]) => `${quote}${name}${quote} ${types[engine][type]}`)
    .join(", ");
}

interface DialectTexts {
  readonly once: string;
  readonly eachTable: string;
  readonly eachTableOfFewRows: string;
}

function readDialect(engine: Engine): DialectTexts {
  const text = readFileSync(join(folder, "dialects", `${engine}.sql`), "utf8");
  const [once = "", eachTable = "", eachTableOfFewRows = eachTable] = text
    .split(/^-- (?:once|each table|each table of few rows)\n/m)
    .slice(1);
  return { once, eachTable, eachTableOfFewRows };
}

/** The statements of a text, with values in place of `{names}`. */
function fill(text: string, values: Readonly<Record<string, string>>): readonly string[] {
  return text
    .replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all)
    .split(/;\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
