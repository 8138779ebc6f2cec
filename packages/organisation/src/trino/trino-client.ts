import { setTimeout } from "node:timers/promises";
import type { SqlResult, SqlValue } from "../duckdb/session";

/** A coordinator of Trino, and where statements look for tables. */
export interface TrinoServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly catalog: string;
  readonly schema: string;
  readonly user: string;
}

/** Trino, or the way to it, refuses a statement. */
export class TrinoError extends Error {
  override readonly name = "TrinoError";

  constructor(
    readonly code: "refused" | "unreachable",
    message: string,
  ) {
    super(message);
  }
}

interface Page {
  readonly nextUri?: string;
  readonly columns?: readonly { readonly name: string }[];
  readonly data?: readonly (readonly SqlValue[])[];
  readonly error?: { readonly message: string; readonly errorName: string };
}

/** How often a server that answers 502, 503 or 504 is asked again, as its protocol requires. */
const MOST_TRIES = 50;

/** Runs a statement by Trino's REST protocol, and waits for all its rows. @throws TrinoError */
export async function queryTrino({ url, catalog, schema, user }: TrinoServer, statement: string): Promise<SqlResult> {
  const headers = { "X-Trino-User": user, "X-Trino-Source": "lambda-vpc", "X-Trino-Catalog": catalog, "X-Trino-Schema": schema };
  const rows: (readonly SqlValue[])[] = [];
  let columns: readonly string[] = [];
  let page = await ask(new URL("/v1/statement", url).href, { method: "POST", headers, body: statement });
  for (;;) {
    if (page.error !== undefined) throw new TrinoError("refused", `${page.error.errorName}: ${page.error.message}`);
    columns = page.columns?.map(({ name }) => name) ?? columns;
    rows.push(...(page.data ?? []));
    if (page.nextUri === undefined) return { columns, rows };
    page = await ask(page.nextUri, { headers });
  }
}

async function ask(url: string, request: RequestInit): Promise<Page> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(url, request).catch((error: unknown) => {
      throw new TrinoError("unreachable", `${new URL(url).origin} does not answer: ${causeOf(error)}`);
    });
    if (response.ok) return (await response.json()) as Page;
    const isBusy = [429, 502, 503, 504].includes(response.status);
    if (!isBusy || tries >= MOST_TRIES)
      throw new TrinoError("refused", `${new URL(url).origin} answers ${response.status}: ${(await response.text()).slice(0, 200)}`);
    await setTimeout(100);
  }
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message : String(cause);
}
