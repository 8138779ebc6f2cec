import type { AccountError } from "@lambda-vpc/account";
import type { CollectedRegion } from "../dataset/collected-region";

/** Which accounts and Regions are read. */
export interface AccountsRequest {
  /** Numbers of accounts, in each of which `role` is assumed. None for the account of the credentials. */
  readonly accounts: readonly string[];
  /** The name of a role, without a path. Required if there are accounts. */
  readonly role?: string;
  /** None for the Region of the AWS configuration. */
  readonly regions: readonly string[];
  /** Called before each Region of an account. */
  readonly progress?: (account: string | undefined, region: string | undefined) => void;
  /** Milliseconds since 1970; the clock if absent. */
  readonly now?: () => number;
}

/** A Region of an account that could not be read at all. */
export interface FailedAccount {
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly error: AccountError;
}

/** What was read, and what could not be read at all. A part that was denied is a gap of its Region. */
export interface AccountsCollection {
  readonly regions: readonly CollectedRegion[];
  readonly failed: readonly FailedAccount[];
}

/** Reads accounts one by one with the clients of AWS. An account that cannot be read does not stop the others. */
export async function collectAccounts({ accounts, role, regions, progress, now }: AccountsRequest): Promise<AccountsCollection> {
  const { AccountError, readAccount, roleArn } = await import("@lambda-vpc/account");
  const [read, failed]: [CollectedRegion[], FailedAccount[]] = [[], []];
  for (const account of accounts.length === 0 ? [undefined] : accounts)
    for (const region of regions.length === 0 ? [undefined] : regions) {
      progress?.(account, region);
      const arn = account === undefined || role === undefined ? undefined : roleArn({ account, role, region: region ?? "" });
      const access = { ...(region === undefined ? {} : { region }), ...(arn === undefined ? {} : { role: arn }) };
      try {
        const reading = await readAccount(access, { tags: true, ...(now === undefined ? {} : { now }) });
        read.push({ ...reading, source: "accounts" });
      } catch (error) {
        if (!(error instanceof AccountError)) throw error;
        failed.push({ account, region, error });
      }
    }
  return { regions: read, failed };
}
