import type * as duckdb from "@duckdb/node-api";

/** The module of DuckDB. It is large and native, so it is installed on its own and loaded when a dataset is used. */
export type DuckDb = typeof duckdb;

/** The version of DuckDB that the tests use. */
export const DUCKDB_VERSION = "1.5.6-r.1";

/** DuckDB is not installed, or not for this system. */
export class DuckDbMissing extends Error {
  override readonly name = "DuckDbMissing";

  constructor(readonly reason: string) {
    super(`DuckDB is not installed. Run: npm install @duckdb/node-api@${DUCKDB_VERSION}`);
  }
}

/** @throws DuckDbMissing if it cannot be loaded. */
export async function loadDuckDb(load: () => Promise<DuckDb> = () => import("@duckdb/node-api")): Promise<DuckDb> {
  try {
    return await load();
  } catch (error) {
    throw new DuckDbMissing(error instanceof Error ? error.message : String(error));
  }
}
