import * as pulumi from "@pulumi/pulumi";
import { rejectArgument } from "../arguments/reject-argument";
import type { ExecutionRoleArgs } from "../execution-role/execution-role-args";
import { rolesOfGroup, type VpcConfig } from "../shared-vpc-config/shared-vpc-config";

/**
 * Rejects a function that takes a shared configuration whose group does not wait for its role, and warns about one that takes lists and
 * gets a new role: nothing then delays the deletion of the role until Lambda has deleted the ENIs. Lists with an `executionRole` are not
 * checked, because lists do not show what their group depends on. Throws a `pulumi.RunError`.
 */
export function checkRoleOrder(name: string, vpcConfig: VpcConfig, executionRole: ExecutionRoleArgs | undefined): void {
  const roles = rolesOfGroup(vpcConfig);
  if (roles === undefined ? executionRole === undefined : roles === "existing groups") warn(name);
  else if (roles === undefined || roles === "existing groups") return;
  else if (executionRole === undefined) rejectArgument(`${name}.executionRole`, CREATE_ROLE);
  else if (!roles.some(({ roleArn }) => roleArn === executionRole.roleArn)) rejectArgument(`${name}.executionRole`, LIST_ROLE);
}

const CREATE_ROLE =
  "The security group of vpcConfig must depend on the role of the function, or destroying both can orphan ENIs. Create a FunctionRole first, pass it here and in roles of the SharedVpcConfig, or set role to a role that outlives the function";

const LIST_ROLE =
  "The security group of vpcConfig does not depend on this role, so destroying both can orphan ENIs. Add it to roles of the SharedVpcConfig";

function warn(name: string): void {
  void pulumi.log.warn(
    `Destroying function ${name} can delete its role before Lambda has deleted its ENIs, which orphans them: no security group of this program depends on the role. Create a FunctionRole first, pass it as executionRole, and list it in roles of the SharedVpcConfig that creates the group. Or use LambdaVpc, or set role to a role that outlives the function.`,
  );
}
