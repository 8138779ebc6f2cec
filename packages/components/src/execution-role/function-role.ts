import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { object } from "../arguments/argument-checks";
import { createNetworkRole } from "./network-role";

export interface FunctionRoleArgs {
  /** The ARN of its permissions boundary. */
  permissionsBoundary?: pulumi.Input<string>;
  /** Its tags. */
  tags?: aws.lambda.FunctionArgs["tags"];
}

/**
 * The execution role of one function, with the permissions to manage ENIs and a denial of the same to the function's code. Create it before
 * the security group of the function, and pass it to both. On destroy, the role then stays until Lambda has deleted the ENIs.
 *
 * ```ts
 * const executionRole = new FunctionRole("orders", {});
 * const shared = new SharedVpcConfig("database", { vpcId, subnetIds, roles: [executionRole] });
 * new VpcFunction("orders", { runtime, handler, code, vpcConfig: shared, executionRole });
 * ```
 *
 * The function adds its other permissions to it.
 */
export class FunctionRole extends pulumi.ComponentResource {
  public static readonly type = "lambda-vpc:index:FunctionRole";

  /** The ARN of the role. */
  public readonly roleArn: pulumi.Output<string>;
  /** The name of the role. */
  public readonly roleName: pulumi.Output<string>;
  /** The id of the policy that lets Lambda manage ENIs. */
  public readonly networkPolicyId: pulumi.Output<string>;

  constructor(name: string, args: FunctionRoleArgs, options?: pulumi.ComponentResourceOptions) {
    super(FunctionRole.type, name, {}, options);
    object(name, args);
    const { roleArn, roleName, networkPolicyId } = createNetworkRole(name, args, this);
    this.roleArn = roleArn;
    this.roleName = roleName;
    this.networkPolicyId = networkPolicyId;
    this.registerOutputs({ roleArn, roleName, networkPolicyId });
  }
}
