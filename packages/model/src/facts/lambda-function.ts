import type { Key } from "./key";
import type { Knowable } from "./knowable";
import type { PartialList } from "./partial-list";

/** What a stack says of one function beside its attachment. */
export interface LambdaFunction {
  /** The consumer of its attachment. */
  readonly key: Key;
  /** Whether it asks for IPv6 out of dual-stack subnets (AWS: Ipv6AllowedForDualStack). */
  readonly dualStack?: Knowable<boolean>;
  /** Whether the program gives `vpcConfig.vpcId`, which AWS alone sets. */
  readonly vpcIdGiven?: Knowable<boolean>;
  /** Whether each change of it publishes a version, which keeps the combinations of its day. */
  readonly publishes?: Knowable<boolean>;
  /** Whether the stack has its old versions deleted when it publishes new ones. */
  readonly trimmed?: true;
  /** What becomes of its security groups before it is destroyed. */
  readonly groupReplacement?: GroupReplacement;
  /** How far it scales, where the stack shows that. */
  readonly scale?: FunctionScale;
  /** The key of its execution role; absent where it does not show which role that is. */
  readonly role?: Key;
  /** What AWS calls it; absent where that does not show. */
  readonly name?: string;
}

/** Groups that take the place of a function's own before it is destroyed: then its own need not wait for its ENIs. */
export interface GroupReplacement {
  /** Whether the program asks for it (AWS provider: `replaceSecurityGroupsOnDestroy`). */
  readonly asked: Knowable<boolean>;
  /** The groups that take the place (`replacementSecurityGroupIds`). */
  readonly securityGroups: PartialList;
}

/** How far a function scales. */
export interface FunctionScale {
  /** In MB. */
  readonly memory: number;
  /** The executions that are reserved for it, at most so many at once. */
  readonly concurrency: number;
}
