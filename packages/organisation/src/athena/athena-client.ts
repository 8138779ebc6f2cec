import type { AthenaClient, AthenaClientConfig, Datum } from "@aws-sdk/client-athena";
import { setTimeout } from "node:timers/promises";
import { awsErrorName, type AwsFailure, awsFailure } from "../aws/aws-failure";
import type { SqlResult, SqlValue } from "../duckdb/session";

/** Where Athena runs statements. */
export interface AthenaPlace {
  /** The database of the tables and views. */
  readonly database: string;
  /** The workgroup. Default: `primary`. */
  readonly workGroup?: string;
  /** Where Athena writes results, `s3://BUCKET/PREFIX/`. Default: the place that the workgroup sets. */
  readonly results?: string;
}

/** Athena does not answer, refuses a statement, or a statement fails. */
export class AthenaError extends Error {
  override readonly name = "AthenaError";

  constructor(
    readonly code: AwsFailure["code"],
    message: string,
    /** What to do. Empty if nothing general can be done. */
    readonly fix: string,
  ) {
    super(message);
  }
}

/** How long to wait before a running statement is asked for again: longer each time. Milliseconds. */
const [SHORTEST_WAIT, LONGEST_WAIT] = [100, 2_000];

/** Runs statements one after the other. Credentials come from the default chain of the SDK. */
export class AthenaSession {
  private constructor(
    private readonly client: AthenaClient,
    private readonly place: AthenaPlace,
  ) {}

  /** Runs `use` with a session, which is closed at its end. @throws AthenaError */
  static async with<T>(place: AthenaPlace, use: (session: AthenaSession) => Promise<T>, settings: AthenaClientConfig = {}): Promise<T> {
    const { AthenaClient: Client } = await import("@aws-sdk/client-athena");
    const client = new Client({ retryMode: "adaptive", ...settings });
    return use(new AthenaSession(client, place))
      .catch((error: unknown) => {
        throw athenaError(error);
      })
      .finally(() => client.destroy());
  }

  /** Runs a statement, and waits for all its rows. */
  async query(statement: string): Promise<SqlResult> {
    const { StartQueryExecutionCommand } = await import("@aws-sdk/client-athena");
    const { database, workGroup, results } = this.place;
    const { QueryExecutionId = "" } = await this.client.send(
      new StartQueryExecutionCommand({
        QueryString: statement,
        // The database does not exist before the first statement, which creates it.
        ...(/^CREATE DATABASE/.test(statement) ? {} : { QueryExecutionContext: { Database: database } }),
        ...(workGroup === undefined ? {} : { WorkGroup: workGroup }),
        ...(results === undefined ? {} : { ResultConfiguration: { OutputLocation: results } }),
      }),
    );
    await this.waitFor(QueryExecutionId, statement);
    return /^\s*(?:SELECT|WITH)\b/i.test(statement) ? this.rowsOf(QueryExecutionId) : { columns: [], rows: [] };
  }

  private async waitFor(QueryExecutionId: string, statement: string): Promise<void> {
    const { GetQueryExecutionCommand } = await import("@aws-sdk/client-athena");
    for (let wait = SHORTEST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      const { QueryExecution } = await this.client.send(new GetQueryExecutionCommand({ QueryExecutionId }));
      const { State, StateChangeReason = "no reason" } = QueryExecution?.Status ?? {};
      if (State === "SUCCEEDED") return;
      if (State === "FAILED" || State === "CANCELLED")
        throw new AthenaError(
          "refused",
          `${firstLine(statement)} ${State === "FAILED" ? "failed" : "was cancelled"}: ${StateChangeReason}`,
          "",
        );
      await setTimeout(wait);
    }
  }

  private async rowsOf(QueryExecutionId: string): Promise<SqlResult> {
    const { paginateGetQueryResults } = await import("@aws-sdk/client-athena");
    const rows: (readonly SqlValue[])[] = [];
    let columns: readonly { readonly name: string; readonly type: string }[] | undefined;
    for await (const { ResultSet } of paginateGetQueryResults({ client: this.client }, { QueryExecutionId })) {
      // The first row of the first page has the names of the columns (docs/aws-facts.md#results-of-athena).
      const skipped = columns === undefined ? 1 : 0;
      columns ??= (ResultSet?.ResultSetMetadata?.ColumnInfo ?? []).map(({ Name = "", Type = "" }) => ({ name: Name, type: Type }));
      const types = columns.map(({ type }) => type);
      for (const { Data = [] } of ResultSet?.Rows?.slice(skipped) ?? []) rows.push(types.map((type, index) => valueOf(type, Data[index])));
    }
    return { columns: columns?.map(({ name }) => name) ?? [], rows };
  }
}

const NUMBERS = /^(?:tinyint|smallint|integer|int|bigint|double|float|real|decimal)/;

/** The value of a text of Athena. The elements of lists are names and ids, which have no comma. */
function valueOf(type: string, datum: Datum | undefined): SqlValue {
  const text = datum?.VarCharValue;
  if (text === undefined) return null;
  if (NUMBERS.test(type)) return Number(text);
  if (type === "boolean") return text === "true";
  if (type === "array" || type.startsWith("array(")) return text === "[]" ? [] : text.slice(1, -1).split(", ");
  return text;
}

/** The fixes of errors that only Athena has. */
const fixes: readonly { readonly of: RegExp; readonly fix: string }[] = [
  {
    of: /^AccessDenied/,
    fix: "Allow the actions athena:StartQueryExecution, athena:GetQueryExecution and athena:GetQueryResults, and those of AWS Glue and S3 for the database and its files.",
  },
  { of: /output location/i, fix: "Set --results s3://BUCKET/PREFIX/, or a workgroup that has a place for results with --work-group NAME." },
  { of: /^InvalidRequest/, fix: "" },
];

function athenaError(error: unknown): unknown {
  if (error instanceof AthenaError || !(error instanceof Error)) return error;
  const general = awsFailure(error);
  const own = fixes.find(({ of }) => of.test(error.name) || of.test(error.message));
  const code = general?.code ?? (own === undefined ? undefined : "refused");
  return code === undefined ? error : new AthenaError(code, error.message || awsErrorName(error), general?.fix ?? own?.fix ?? "");
}

function firstLine(statement: string): string {
  return statement.split("\n", 1)[0]?.slice(0, 80) ?? "";
}
