import type { Operation } from "./operation";

/** The error codes of a protocol or service for what happens before an operation runs. */
export interface ErrorCodes {
  readonly unsigned: string;
  /** The credentials are unknown, also in a Region that the account has not enabled. */
  readonly unknownCredentials: string;
  readonly expired: string;
  /** The signature names a Region that AWS does not have. */
  readonly invalidScope: string;
  readonly denied: string;
  readonly throttled: string;
  readonly invalidParameter: string;
  readonly unknownOperation: string;
}

/** How a service encodes requests and answers. */
export type ProtocolName = "ec2" | "query" | "json" | "rest-json" | "rest-xml" | "cbor";

/** A service: its operations, and how to reach them. */
export interface Service {
  /** The name in the credential scope of a signature. */
  readonly name: string;
  /** The name before the colon in IAM actions, if it is another one. */
  readonly actionPrefix?: string;
  /** The protocols that the service reads. A request that fits none is read with the first one. */
  readonly protocols: readonly [ProtocolName, ...ProtocolName[]];
  /** The XML namespace of answers. */
  readonly xmlNamespace?: string;
  /** What `X-Amz-Target` and the paths of the CBOR protocol begin with. */
  readonly targetPrefix?: string;
  /** By default 1.1. */
  readonly jsonVersion?: "1.0" | "1.1";
  /** The types of errors whose codes are those of a query protocol that the service had before (docs/aws-facts.md#api-protocols). */
  readonly queryErrorTypes?: { readonly [code: string]: string };
  readonly operations: readonly Operation[];
  /** Where the service differs from its protocol. */
  readonly errorCodes?: Partial<ErrorCodes>;
}
