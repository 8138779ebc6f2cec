import type { Operation } from "./operation";

/** The error codes of a protocol or service for what happens before an operation runs. */
export interface ErrorCodes {
  readonly unsigned: string;
  /** The credentials are unknown, also in a Region that the account has not enabled. */
  readonly unknownCredentials: string;
  readonly expired: string;
  readonly denied: string;
  readonly throttled: string;
  readonly invalidParameter: string;
  readonly unknownOperation: string;
}

/** How a service encodes requests and answers. */
export type ProtocolName = "ec2" | "query" | "json" | "rest-json";

/** A service: its operations, and how to reach them. */
export interface Service {
  /** The name in the credential scope of a signature, and before the colon in IAM actions. */
  readonly name: string;
  readonly protocol: ProtocolName;
  /** The XML namespace of answers, or the prefix of `X-Amz-Target`. Empty for REST. */
  readonly version: string;
  readonly operations: readonly Operation[];
  /** Where the service differs from its protocol. */
  readonly errorCodes?: Partial<ErrorCodes>;
}
