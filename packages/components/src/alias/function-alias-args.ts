import type * as pulumi from "@pulumi/pulumi";

/** An alias of a function, which names its latest version. */
export interface FunctionAliasArgs {
  /** The name, such as `live`. */
  name: string;
  /** A description of the alias. */
  description?: pulumi.Input<string>;
  /**
   * Gradual deployment: the version that keeps a share of the invocations, `previousWeight`. Remove both when the latest version works.
   * The version keeps its ENIs: deploy a change of groups or subnets without it.
   */
  previousVersion?: pulumi.Input<string>;
  /** The share of invocations of `previousVersion`, above 0 and below 1, such as 0.9. */
  previousWeight?: pulumi.Input<number>;
}
