import type { DuckDBConnection } from "@duckdb/node-api";
import { loadDuckDb } from "./load-duckdb";

/** A value of a result: whole numbers are numbers, lists are lists. */
export type SqlValue = string | number | boolean | null | readonly SqlValue[];

/** The result of a query. */
export interface SqlResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/** Limits of DuckDB. Absent ones are those of DuckDB: all cores, and 80 % of the memory. */
export interface SessionLimits {
  readonly threads?: number;
  /** As DuckDB writes it, such as `2GB`. */
  readonly memory?: string;
}

/** DuckDB in memory. Nothing is written outside of the files that statements name, and of DuckDB's temporary folder. */
export class Session {
  private constructor(private readonly connection: DuckDBConnection) {}

  /** Runs `use` with a new session, which ends with it. @throws DuckDbMissing if DuckDB is not installed. */
  static async with<T>(limits: SessionLimits, use: (session: Session) => Promise<T>): Promise<T> {
    const { DuckDBInstance } = await loadDuckDb();
    const instance = await DuckDBInstance.create(":memory:", {
      ...(limits.threads === undefined ? {} : { threads: String(limits.threads) }),
      ...(limits.memory === undefined ? {} : { memory_limit: limits.memory }),
    });
    const connection = await instance.connect();
    try {
      return await use(new Session(connection));
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  }

  async run(statement: string): Promise<void> {
    await this.connection.run(statement);
  }

  async query(statement: string): Promise<SqlResult> {
    const reader = await this.connection.runAndReadAll(statement);
    return { columns: reader.columnNames(), rows: reader.getRowsJS().map((row) => row.map(valueOf)) };
  }
}

function valueOf(value: unknown): SqlValue {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(valueOf);
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new Error(`A view has a column of a type that this release does not print: ${typeof value}.`);
}

/** A text in a statement. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
