import * as pulumi from "@pulumi/pulumi";
import type { ExecutionRoleArgs } from "../execution-role/execution-role-args";

/**
 * The roles that a created security group depends on, for its `dependsOn`. They have no value: an output passes on what it depends on.
 *
 * Pulumi destroys in reverse order of dependencies: the function, then the group, which waits until Lambda has deleted the ENIs, then
 * permissions and role. If the role is deleted first, the ENIs are orphaned (docs/aws-facts.md#eni-deletion-permissions).
 */
export function dependencyOnRoles(roles: readonly ExecutionRoleArgs[]): pulumi.Output<pulumi.Resource[]> {
  const needed = roles.flatMap(({ roleArn, networkPolicyId }) => [roleArn, networkPolicyId]);
  return pulumi.all(needed).apply((): pulumi.Resource[] => []);
}
