import type { Row } from "../rows/row";

/** Receives each change of a table, to store it or undo it. */
export type OnChange<R extends Row> = (id: string, after: R | undefined, before: R | undefined) => void;

/** Rows by id, with indexes, so that a query costs no more than its result. */
export class Table<R extends Row, Index extends string = never> {
  readonly #rows = new Map<string, R>();
  readonly #indexes: ReadonlyMap<Index, { keysOf: (row: R) => readonly string[]; rows: Map<string, Map<string, R>> }>;
  readonly #onChange: OnChange<R>;

  /** @param keys for each index, the keys of a row */
  constructor(keys: { readonly [index in Index]: (row: R) => readonly string[] }, onChange: OnChange<R>) {
    const indexes = Object.entries(keys) as [Index, (row: R) => readonly string[]][];
    this.#indexes = new Map(indexes.map(([index, keysOf]) => [index, { keysOf, rows: new Map() }]));
    this.#onChange = onChange;
  }

  get(id: string): R | undefined {
    return this.#rows.get(id);
  }

  all(): readonly R[] {
    return [...this.#rows.values()];
  }

  where(index: Index, key: string): readonly R[] {
    return [...(this.#indexes.get(index)?.rows.get(key)?.values() ?? [])];
  }

  count(index: Index, key: string): number {
    return this.#indexes.get(index)?.rows.get(key)?.size ?? 0;
  }

  put(row: R): R {
    this.set(row.id, row);
    return row;
  }

  remove(id: string): void {
    this.set(id, undefined);
  }

  /** Replaces or removes the row with this id. */
  set(id: string, after: R | undefined): void {
    const before = this.#rows.get(id);
    if (before !== undefined) this.#delete(before);
    if (after !== undefined) this.#insert(after);
    if (before !== undefined || after !== undefined) this.#onChange(id, after, before);
  }

  #insert(row: R): void {
    this.#rows.set(row.id, row);
    for (const { keysOf, rows } of this.#indexes.values())
      for (const key of keysOf(row)) {
        const found = rows.get(key) ?? new Map<string, R>();
        rows.set(key, found.set(row.id, row));
      }
  }

  #delete(row: R): void {
    this.#rows.delete(row.id);
    for (const { keysOf, rows } of this.#indexes.values())
      for (const key of keysOf(row)) {
        const found = rows.get(key);
        found?.delete(row.id);
        if (found?.size === 0) rows.delete(key);
      }
  }
}
