import type { Account } from "../../account/store/account";
import type { TrailEvent } from "./trail-event";

/** Who signed a request, as STS names it. */
export interface Caller {
  readonly arn: string;
  readonly userId: string;
}

/** Temporary credentials for a role. */
export interface RoleSession extends Caller {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
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
  /** Issues credentials for a role of the account. */
  readonly assumeRole: (roleArn: string, sessionName: string, seconds: number) => RoleSession;
}
