import { type SimulationSettings, defaultSettings } from "./simulation-settings";
import type { Row } from "../rows/row";
import type { Table } from "./table";
import { openTables, type TableName } from "./tables";

/** A change of one table by an operation: the row after it, null if it was removed. */
export type Change = readonly [table: TableName, id: string, after: Row | null];

/** The changes of one operation. All of them happen, or none. */
export type Transaction = readonly Change[];

/** The account id that AWS's documentation uses in examples. */
export const DEFAULT_ACCOUNT_ID = "123456789012";

/**
 * An AWS account in memory. Operations read and change its tables inside `transact`. Nothing here uses a file, a clock or randomness, so
 * an account is a function of its transactions.
 */
export class Account {
  /** The changes since the last transaction, in order: to store, or to undo. */
  readonly #changes: {
    readonly table: TableName;
    readonly id: string;
    readonly before: Row | undefined;
    readonly after: Row | undefined;
  }[] = [];
  /** The number of transactions of this account. */
  #transactionCount = 0;
  /** The number of sequence numbers issued since the last transaction. */
  #issuedNumbers = 0;

  /** @param id 12 digits */
  constructor(
    readonly settings: SimulationSettings = defaultSettings,
    readonly id: string = DEFAULT_ACCOUNT_ID,
  ) {}

  readonly tables = openTables((table) => (id, after, before) => this.#changes.push({ table: table as TableName, id, before, after }));

  /** A number that changes with each change of the account. */
  get revision(): number {
    return this.#transactionCount;
  }

  /** A number that is unique in this account. */
  nextSequenceNumber(): string {
    return `${this.#transactionCount}.${this.#issuedNumbers++}`;
  }

  /** Runs an operation. If it throws, nothing has changed. */
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

  /** Applies a stored transaction. */
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

  /** The table of this name, for rows that came from it. */
  #table(name: TableName): { set(id: string, after: Row | undefined): void } {
    return this.tables[name] as unknown as Table<Row>;
  }
}
