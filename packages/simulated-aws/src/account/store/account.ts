import { type SimulationSettings, defaultSettings } from "./simulation-settings";
import type { Row } from "../rows/row";
import type { Table } from "./table";
import { openTables, type TableName } from "./tables";

/** What one operation did to one table: the row after it, null where it is gone. */
export type Change = readonly [table: TableName, id: string, after: Row | null];

/** One operation's changes, all or none of which come to be. */
export type Transaction = readonly Change[];

/**
 * An AWS account in memory. Operations read and change its tables inside `transact`; nothing here touches a file, a clock or chance, so an
 * account is a function of the transactions that made it.
 */
export class Account {
  /** What was done since the last transaction, in order: to be written down, or taken back. */
  readonly #changes: {
    readonly table: TableName;
    readonly id: string;
    readonly before: Row | undefined;
    readonly after: Row | undefined;
  }[] = [];
  /** How many transactions made this account. */
  #transactionCount = 0;
  /** How many numbers were given out since the last one. */
  #issuedNumbers = 0;

  constructor(readonly settings: SimulationSettings = defaultSettings) {}

  /** The account's number: the one that AWS's documentation uses in examples. */
  readonly id = "123456789012";

  readonly tables = openTables((table) => (id, after, before) => this.#changes.push({ table: table as TableName, id, before, after }));

  /** A number that no two things made in this account share. */
  nextSequenceNumber(): string {
    return `${this.#transactionCount}.${this.#issuedNumbers++}`;
  }

  /** Runs an operation: when it throws, nothing has happened. */
  transact<T>(operation: (account: this) => T): { readonly result: T; readonly transaction: Transaction } {
    const [start, issuedNumbers] = [this.#changes.length, this.#issuedNumbers];
    try {
      const result = operation(this);
      return { result, transaction: this.#commit(start) };
    } catch (error) {
      for (const { table, id, before } of this.#changes.splice(start).reverse()) this.#table(table).set(id, before);
      this.#changes.length = start;
      this.#issuedNumbers = issuedNumbers;
      throw error;
    }
  }

  /** Lives through a transaction of the past. */
  replay(transaction: Transaction): void {
    const start = this.#changes.length;
    for (const [table, id, after] of transaction) this.#table(table).set(id, after ?? undefined);
    this.#commit(start);
  }

  #commit(start: number): Transaction {
    const changes = this.#changes.splice(start).map(({ table, id, after }): Change => [table, id, after ?? null]);
    if (changes.length > 0) [this.#transactionCount, this.#issuedNumbers] = [this.#transactionCount + 1, 0];
    return changes;
  }

  /** The table by its name, for rows that came out of that same table. */
  #table(name: TableName): { set(id: string, after: Row | undefined): void } {
    return this.tables[name] as unknown as Table<Row>;
  }
}
