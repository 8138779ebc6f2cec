import type * as pulumi from "@pulumi/pulumi";

/** The role of a function that exists before the security group of the function. In TypeScript, pass a `FunctionRole`. In other languages, pass its outputs. */
export interface ExecutionRoleArgs {
  /** Its ARN. */
  roleArn: pulumi.Input<string>;
  /** Its name. */
  roleName: pulumi.Input<string>;
  /** The id of the policy that lets Lambda delete ENIs. Lambda needs the policy until it has deleted them. */
  networkPolicyId: pulumi.Input<string>;
}
