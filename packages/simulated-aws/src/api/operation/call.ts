import type { Account } from "../../account/store/account";
import type { TrailEvent } from "./trail-event";

/** Who signed a request, as STS names it. */
export interface Caller {
  readonly arn: string;
  readonly userId: string;
}

/** Temporary credentials for a role. */
export interface RoleSession extends Caller {
  readonly accountId: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

/** An account of the organization. */
export interface OrganizationAccount {
  /** 12 digits. */
  readonly id: string;
  readonly name: string;
  readonly state: "ACTIVE" | "SUSPENDED";
}

/** The accounts that the server serves, and what it refuses in them. */
export interface Organization {
  /** The management account is the first. */
  readonly accounts: readonly [OrganizationAccount, ...OrganizationAccount[]];
  /** Runs an operation in an account of the organization. */
  readonly run: <Result>(id: string, operation: (account: Account) => Result) => Result;
  /** ARNs of roles that nobody may assume. `*` stands for any text. */
  readonly deniedRoles: readonly string[];
  /** Resource types that AWS Config does not record: in all accounts, or after `ACCOUNT/` in one. */
  readonly unrecorded: readonly string[];
  /** Whether Service Quotas has the default values only. */
  readonly defaultQuotas: boolean;
}

/** What an operation knows in addition to its parameters. */
export interface Call {
  readonly account: Account;
  readonly region: string;
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly caller: Caller;
  readonly accessKeyId: string;
  /** The calls that the server answered before and that CloudTrail records. */
  readonly recorded: readonly TrailEvent[];
  readonly organization: Organization;
  /** The folders of the buckets of S3, by their names. */
  readonly buckets: ReadonlyMap<string, string>;
  /** Issues credentials for a role. */
  readonly assumeRole: (roleArn: string, sessionName: string, seconds: number) => RoleSession;
}
