import type { Properties } from "../../property/value";
import type { Row } from "./row";

/** A resource of a type that the simulation does not model. Its row id consists of its type and its id, because ids of types may be equal. */
export interface PassThroughResource extends Row {
  readonly type: string;
  /** What its made-up outputs follow from: a unique text, and its name when it was created. */
  readonly seed?: string;
  readonly name?: string;
  /** How many resources have this id. A replacement creates the new one before it deletes the old one. */
  readonly count?: number;
  /** Ids of EC2 and the like among its made-up outputs. No resource of the account has them. */
  readonly madeUpIds?: readonly string[];
  /** Properties that other resources refer to, such as the subnets of a subnet group, or that the served API reports. */
  readonly properties?: Properties;
}
