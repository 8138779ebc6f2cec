import type { SqlResult, SqlValue } from "../duckdb/session";
import { orderedSelect, questions, type ViewName } from "../views/view-list";

/** The version of the JSON of a report. */
export const REPORT_VERSION = 1;

/** The rows of views, and what they rest on. */
export interface ReportDocument {
  readonly schemaVersion: typeof REPORT_VERSION;
  readonly engine: string;
  readonly collections: CollectionSummary;
  readonly views: readonly ViewRows[];
}

/** The current collections of a dataset. */
export interface CollectionSummary {
  readonly accounts: number;
  readonly regions: number;
  readonly functions: number;
  readonly oldestDay: string | null;
  readonly newestDay: string | null;
  /** Regions of which functions or versions were not read whole. Their counts of combinations are minimums. */
  readonly incomplete: number;
}

export interface ViewRows {
  readonly view: ViewName;
  readonly question: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/** Runs a query on an engine in which the views exist. */
export type Query = (statement: string) => Promise<SqlResult>;

const SUMMARY = `SELECT count(DISTINCT c.account), count(*), CAST(coalesce(sum(c.functions), 0) AS BIGINT), min(c.day), max(c.day), count(CASE WHEN NOT f.functions_complete THEN 1 END)
FROM current_collections AS n
JOIN collections AS c ON c.account = n.account AND c.region = n.region AND c.day = n.day
JOIN completeness AS f ON f.account = n.account AND f.region = n.region`;

/** Asks the views. */
export async function readReport(engine: string, views: readonly ViewName[], query: Query): Promise<ReportDocument> {
  const [[accounts, regions, functions, oldest, newest, incomplete] = []] = (await query(SUMMARY)).rows;
  const answers: ViewRows[] = [];
  for (const view of views) answers.push({ view, question: questions[view].question, ...(await query(orderedSelect(view))) });
  return {
    schemaVersion: REPORT_VERSION,
    engine,
    collections: {
      accounts: Number(accounts ?? 0),
      regions: Number(regions ?? 0),
      functions: Number(functions ?? 0),
      oldestDay: typeof oldest === "string" ? oldest : null,
      newestDay: typeof newest === "string" ? newest : null,
      incomplete: Number(incomplete ?? 0),
    },
    views: answers,
  };
}
