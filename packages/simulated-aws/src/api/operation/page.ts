/** A page of a sorted list, and the token of the next one if there are more. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextToken: string | undefined;
}

/** A row with its place in the list. Keys are unique. */
export interface Entry<Row> {
  readonly key: string;
  readonly row: Row;
}

interface PageRequest {
  readonly token?: string | undefined;
  readonly size: number;
}

/**
 * The page of a list that starts after `token`. A token names the last row before the page, so that a change of the account repeats and
 * skips no other row.
 * @param entriesAfter the entries with greater keys than this one, sorted. The page reads no more of them than it needs.
 */
export function pageOfEntries<Row>(
  entriesAfter: (key: string | undefined) => Iterable<Entry<Row>>,
  { token, size }: PageRequest,
): Page<Row> {
  const entries: Entry<Row>[] = [];
  for (const entry of entriesAfter(token === undefined ? undefined : keyInToken(token))) {
    const last = entries.at(-1);
    if (entries.length === size && last !== undefined) return { rows: entries.map(({ row }) => row), nextToken: tokenFor(last.key) };
    entries.push(entry);
  }
  return { rows: entries.map(({ row }) => row), nextToken: undefined };
}

/** The page of `rows`, sorted by their keys. */
export function pageOf<Row>(rows: readonly Row[], keyOf: (row: Row) => string, request: PageRequest): Page<Row> {
  return pageOfEntries((after) => sortedAfter(rows, keyOf, after), request);
}

/** The rows with greater keys than `after`, sorted. */
export function sortedAfter<Row>(rows: readonly Row[], keyOf: (row: Row) => string, after: string | undefined): readonly Entry<Row>[] {
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .filter(({ key }) => after === undefined || key > after)
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** Whether `token` is one that a page returned. */
export function isToken(token: string): boolean {
  return tokenFor(keyInToken(token)) === token;
}

function tokenFor(key: string): string {
  return Buffer.from(`after ${key}`).toString("base64url");
}

function keyInToken(token: string): string {
  return Buffer.from(token, "base64url")
    .toString("utf8")
    .replace(/^after /, "");
}
