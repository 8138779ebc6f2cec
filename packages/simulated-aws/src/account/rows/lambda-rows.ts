import type { Properties } from "../../property/value";
import type { Regional, Row, Tags } from "./row";

/** The VPC configuration of a function. Both lists are sorted, without duplicates. Absent outside a VPC. */
export interface VpcConfig {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly ipv6AllowedForDualStack: boolean;
}

/** A user of network interfaces: a function or one of its published versions. */
interface Consumer extends Row {
  readonly role: string;
  readonly vpcConfig?: VpcConfig;
}

/** A function. Its id is its name. */
export interface LambdaFunction extends Consumer {
  readonly region: string;
  readonly tags: Tags;
  /** The number of versions published so far. */
  readonly published: number;
  /** Whether Lambda reclaimed its interfaces because nothing invoked it. */
  readonly idle?: true;
  /** The access point of its file system. */
  readonly accessPointArn?: string;
  /** Settings that the account stores and returns, without effect. */
  readonly configuration: Properties;
}

/** A published version. Its id is `NAME:VERSION`. It never changes. */
export interface FunctionVersion extends Consumer {
  readonly functionName: string;
  readonly version: number;
  /** Absent in accounts of versions that did not store it. */
  readonly configuration?: Properties;
}

/** An alias of a function. Its id is `FUNCTION:NAME`. */
export interface FunctionAlias extends Row {
  readonly functionName: string;
  readonly name: string;
  readonly functionVersion: string;
  readonly description: string;
  /** The shares of events for other versions, by version. */
  readonly weights: Readonly<Record<string, number>>;
}

/** The code of a function, if it was uploaded as single JavaScript files. Its id is the function's name. */
export interface FunctionCode extends Row {
  /** The contents of files by their names in the archive. */
  readonly files: Readonly<Record<string, string>>;
}

export interface NetworkInterface extends Row {
  readonly subnetId: string;
  readonly vpcId: string;
  /** Sorted, without duplicates. */
  readonly securityGroupIds: readonly string[];
  /**
   * The function that caused it. AWS names it in the description, whichever functions use the interface later
   * (docs/aws-facts.md#eni-description).
   */
  readonly madeFor: string;
  /** The role with whose permissions Lambda deletes it: that of its last user. */
  readonly role: string;
  /** When Lambda deletes it, in milliseconds since 1970. Set once nothing uses it. */
  readonly reclaimedAt?: number | undefined;
  /** The groups that it had before somebody changed them by hand. Its users still use it (docs/aws-facts.md#changed-groups). */
  readonly modifiedFrom?: readonly string[];
  /** Only the account's owner can delete it now. */
  readonly orphaned?: true;
}

/** A Lambda network connector. Its id is its ARN. */
export interface NetworkConnector extends Regional {
  readonly name: string;
}

/** A capacity provider, which launches instances for functions. Its id is its name. */
export interface CapacityProvider extends Regional {
  readonly subnetIds: readonly string[];
}
