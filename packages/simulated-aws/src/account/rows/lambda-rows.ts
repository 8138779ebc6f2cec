import type { Properties } from "../../property/value";
import type { Regional, Row, Tags } from "./row";

/** The network that a function asks for: both lists sorted, nothing twice. Absent lists mean no VPC. */
export interface VpcConfig {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly ipv6AllowedForDualStack: boolean;
}

/** What can hold network interfaces: a function as it stands, or one of its published versions. */
interface Consumer extends Row {
  readonly role: string;
  readonly vpcConfig?: VpcConfig;
}

/** A function; its id is its name. */
export interface LambdaFunction extends Consumer {
  readonly region: string;
  readonly tags: Tags;
  /** How many versions were ever published. */
  readonly published: number;
  /** What the account keeps for whoever reads the function, and makes nothing of itself. */
  readonly configuration: Properties;
}

/** A published version; its id is `NAME:VERSION`. It never changes. */
export interface FunctionVersion extends Consumer {
  readonly functionName: string;
  readonly version: number;
}

/** A name for a version of a function; its id is `FUNCTION:NAME`. */
export interface FunctionAlias extends Row {
  readonly functionName: string;
  readonly name: string;
  readonly functionVersion: string;
  readonly description: string;
  /** Shares of the events that go to other versions, by version. */
  readonly weights: Readonly<Record<string, number>>;
}

/** The code of a function that came as single files of JavaScript; its id is the function's name. */
export interface FunctionCode extends Row {
  /** Texts by their names in the archive. */
  readonly files: Readonly<Record<string, string>>;
}

export interface NetworkInterface extends Row {
  readonly subnetId: string;
  readonly vpcId: string;
  /** Sorted, nothing twice. */
  readonly securityGroupIds: readonly string[];
  /** The function that caused it: AWS names it in the description, whoever uses the interface later (docs/aws-facts.md#eni-description). */
  readonly madeFor: string;
  /** The role with whose permissions Lambda will delete it: that of the function that held it last. */
  readonly role: string;
  /** When Lambda will have deleted it, in milliseconds since 1970: set once nobody holds it. */
  readonly reclaimedAt?: number | undefined;
  /** Nobody can delete it any more but the user, by hand. */
  readonly orphaned?: true;
}

/** What carries Lambda's newer kinds of compute into a VPC; its id is its ARN. */
export interface NetworkConnector extends Regional {
  readonly name: string;
}

/** Where instances for functions are launched; its id is its name. */
export interface CapacityProvider extends Regional {
  readonly subnetIds: readonly string[];
}
