import type { Properties, Value } from "../property/value";

/** The resource whose outputs are made up. */
export interface Subject {
  readonly token: string;
  readonly region: string;
  readonly accountId: string;
  /** What its made-up values follow from, in addition to its properties. */
  readonly seed: string;
  /** Its known properties: those of the program, and earlier outputs that AWS set in place of the program. */
  readonly values: Properties;
  /** Its id. */
  readonly id: string;
  /** The name of the resource, from whichever property holds it. */
  readonly name: string;
  /** The VPC of the subnets and security groups in its properties. Undefined if it has none. */
  readonly vpcId: string | undefined;
  /** The Availability Zones of these subnets. */
  readonly zones: readonly string[];
  /** The default security group of that VPC. */
  readonly defaultGroupId: string | undefined;
  /** A property as a text: known or made up. Empty if it has none. */
  readonly text: (field: string) => string;
}

/** How the value of an output follows from the resource: a pattern, or a function. */
export type Rule = string | ((subject: Subject) => Value);

/** The rules for the outputs of a type, and for its `id`. */
export interface Rules {
  readonly [field: string]: Rule;
}

/** The service of a token: `sqs` of `aws:sqs/queue:Queue`. */
export function moduleOf(token: string): string {
  return token.split(":")[1]?.split("/")[0] ?? "";
}

/** The class of a token: `Queue` of `aws:sqs/queue:Queue`. */
export function classOf(token: string): string {
  return token.split(":")[2] ?? "";
}
