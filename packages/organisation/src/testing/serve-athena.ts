import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { SqlResult, SqlValue } from "../duckdb/session";

/** What a served Athena was asked, and how to end it. */
export interface ServedAthena {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** The statements, in order, with the database of each. */
  readonly statements: readonly { readonly text: string; readonly database: string | undefined }[];
  close(): Promise<void>;
}

/** Rows of a page of results: few, so that a report has several pages. */
const PAGE_SIZE = 7;

interface Asked {
  readonly QueryString?: string;
  readonly QueryExecutionContext?: { readonly Database?: string };
  readonly QueryExecutionId?: string;
  readonly NextToken?: string;
}

/**
 * Athena's API on loopback, in its wire protocol (docs/aws-facts.md#results-of-athena): statements run until the second time that a client asks for them,
 * values are texts, and results have pages. `run` answers queries; what creates tables over files is accepted only.
 */
export async function serveAthena(run: (statement: string) => Promise<SqlResult>): Promise<ServedAthena> {
  const statements: { text: string; database: string | undefined }[] = [];
  const asked = new Map<string, number>();
  const answer = async (operation: string, input: Asked): Promise<object> => {
    const id = Number(input.QueryExecutionId ?? "0");
    switch (operation) {
      case "StartQueryExecution":
        statements.push({ text: input.QueryString ?? "", database: input.QueryExecutionContext?.Database });
        return { QueryExecutionId: String(statements.length - 1) };
      case "GetQueryExecution":
        asked.set(String(id), (asked.get(String(id)) ?? 0) + 1);
        return { QueryExecution: { Status: await stateOf(statements[id]?.text ?? "", asked.get(String(id)) ?? 0) } };
      default:
        return pageOf(await run(statements[id]?.text ?? ""), Number(input.NextToken ?? "0"));
    }
  };
  /** A statement that cannot run has failed. */
  const stateOf = async (statement: string, times: number): Promise<object> => {
    if (times < 2) return { State: "RUNNING" };
    if (!/^\s*SELECT/.test(statement)) return { State: "SUCCEEDED" };
    return run(statement).then(
      () => ({ State: "SUCCEEDED" }),
      (error: unknown) => ({ State: "FAILED", StateChangeReason: String(error) }),
    );
  };
  const server = createServer((request, response) => {
    const operation = String(request.headers["x-amz-target"]).replace("AmazonAthena.", "");
    void bodyOf(request)
      .then((body) => answer(operation, JSON.parse(body) as Asked))
      .then((value) => response.setHeader("content-type", "application/x-amz-json-1.1").end(JSON.stringify(value)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    statements,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function pageOf({ columns, rows }: SqlResult, from: number): object {
  const all = [columns.map((name) => ({ VarCharValue: name })), ...rows.map((row) => row.map(datumOf))];
  const to = from + PAGE_SIZE;
  return {
    ResultSet: {
      Rows: all.slice(from, to).map((Data) => ({ Data })),
      ResultSetMetadata: { ColumnInfo: columns.map((Name, index) => ({ Name, Type: typeOf(rows.map((row) => row[index] ?? null)) })) },
    },
    ...(to < all.length ? { NextToken: String(to) } : {}),
  };
}

function datumOf(value: SqlValue): object {
  if (value === null) return {};
  return { VarCharValue: typeof value === "object" ? `[${value.map(String).join(", ")}]` : String(value) };
}

function typeOf(values: readonly SqlValue[]): string {
  const known = values.find((value) => value !== null) ?? "";
  if (typeof known === "number") return values.every((value) => value === null || Number.isInteger(value)) ? "bigint" : "double";
  return typeof known === "boolean" ? "boolean" : typeof known === "object" ? "array" : "varchar";
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
