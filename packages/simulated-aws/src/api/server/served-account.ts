import type { Account } from "../../account/store/account";
import type { RunInAccount } from "../../account/store/run-in-account";
import type { Organization, OrganizationAccount } from "../operation/call";
import type { Faults } from "./faults";

/** An account that is served. */
export interface ServedAccount extends OrganizationAccount {
  readonly run: RunInAccount;
}

/** The accounts that are served. The management account is the first. */
export type ServedAccounts = readonly [ServedAccount, ...ServedAccount[]];

/** An access key that names its account: `AKIA` and 12 digits. Any other one is of the management account. */
const KEY_OF_ACCOUNT = /^AKIA(\d{12})/;

/** The account of an access key that is not temporary. Undefined for an account that is not served. */
export function accountOfKey(accounts: ServedAccounts, accessKeyId: string): ServedAccount | undefined {
  const id = KEY_OF_ACCOUNT.exec(accessKeyId)?.[1];
  return id === undefined ? accounts[0] : accounts.find((one) => one.id === id);
}

/** The organization as operations in the opened account see it. They must not open it again. */
export function organizationOf(
  accounts: ServedAccounts,
  opened: Account,
  { deniedRoles, unrecorded, defaultQuotas }: Faults,
): Organization {
  return {
    accounts,
    run: (id, operation) => {
      if (id === opened.id) return operation(opened);
      const account = accounts.find((one) => one.id === id);
      if (account === undefined) throw new Error(`Bug in simulated AWS: no account ${id}`);
      return account.run(operation);
    },
    deniedRoles,
    unrecorded,
    defaultQuotas,
  };
}
