import { mkdirSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { Account, DEFAULT_ACCOUNT_ID, type Transaction } from "../account/store/account";
import type { SimulationSettings } from "../account/store/simulation-settings";
import { deleteExpiredInterfaces } from "../account/interfaces/hyperplane";
import { Journal } from "./journal";
import { withLock } from "./lock";

/** A line of the file. `form` is the version of the format. */
interface Line {
  readonly form: 1;
  readonly changes: Transaction;
}

/**
 * An account that several processes share through one file. Each operation takes the lock, applies the changes of other processes, and
 * appends one line. After an interruption, the operation has either happened or not.
 */
export class AccountFile {
  readonly #journal: Journal<Line>;
  #account: Account;

  /** @param warn receives warnings about the file, such as a line lost to an interruption */
  constructor(
    readonly path: string,
    readonly settings: SimulationSettings,
    warn: (text: string) => void,
  ) {
    this.#journal = new Journal(path, readLine, warn);
    this.#account = this.#empty();
  }

  /** Runs one operation. If it throws, nothing has changed and nothing is written. */
  run<T>(operation: (account: Account) => T): T {
    return this.#locked(() => {
      const { restarted, entries } = this.#journal.readNew();
      if (restarted) this.#account = this.#empty();
      for (const { changes } of entries) this.#account.replay(changes);
      const { result, transaction } = this.#account.transact((account) => {
        deleteExpiredInterfaces(account);
        return operation(account);
      });
      if (transaction.length > 0) this.#journal.append({ form: 1, changes: transaction });
      return result;
    });
  }

  /** Deletes all data. */
  reset(): void {
    this.#locked(() => {
      rmSync(this.path, { force: true });
    });
  }

  #empty(): Account {
    return new Account(this.settings, accountIdOf(this.path));
  }

  #locked<T>(work: () => T): T {
    mkdirSync(dirname(this.path), { recursive: true });
    return withLock(`${this.path}.lock`, work);
  }
}

/** A file named by 12 digits, such as `111122223333.jsonl`, is that of the account with this id. */
export function accountIdOf(path: string): string {
  return /^(\d{12})\.jsonl$/.exec(basename(path))?.[1] ?? DEFAULT_ACCOUNT_ID;
}

function readLine(json: unknown): Line | undefined {
  return typeof json === "object" && json !== null && "form" in json && json.form === 1 && "changes" in json && Array.isArray(json.changes)
    ? (json as Line)
    : undefined;
}
