import type { Account } from "./account";

/** Runs one operation on the account, as a transaction. */
export type RunInAccount = <Result>(operation: (account: Account) => Result) => Result;
