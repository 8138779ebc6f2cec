import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import { newId } from "../store/identifier";
import type { SecurityGroup } from "../rows/security-group-rows";
import { findVpc } from "./vpc";

/** Creates a group without rules. Names are unique within a VPC: throws `InvalidGroup.Duplicate`. */
export function createSecurityGroup(account: Account, request: Omit<SecurityGroup, "id"> & { readonly id?: string }): SecurityGroup {
  findVpc(account, request.vpcId);
  if (account.tables.securityGroups.count("name", `${request.vpcId} ${request.name}`) > 0)
    throw new AwsError("InvalidGroup.Duplicate", `The security group '${request.name}' already exists for VPC '${request.vpcId}'`);
  return account.tables.securityGroups.put({ ...request, id: request.id ?? newId(account, "sg") });
}

/** The group with this id. Throws `InvalidGroup.NotFound`. */
export function findSecurityGroup(account: Account, id: string): SecurityGroup {
  const group = account.tables.securityGroups.get(id);
  if (group === undefined) throw new AwsError("InvalidGroup.NotFound", `The security group '${id}' does not exist`);
  return group;
}

/**
 * Deletes a group that no interface and no rule of another group uses. Throws `DependencyViolation`, and `CannotDelete` for a default
 * group.
 */
export function deleteSecurityGroup(account: Account, id: string): void {
  const { name } = findSecurityGroup(account, id);
  const { networkInterfaces, ownedInterfaces, securityGroupRules, securityGroups, securityGroupVpcAssociations } = account.tables;
  if (name === "default") throw new AwsError("CannotDelete", `the specified group: "${id}" name: "default" cannot be deleted by a user`);
  const [attachedInterface] = [...networkInterfaces.where("group", id), ...ownedInterfaces.where("group", id)];
  const referencingRule = securityGroupRules.where("reference", id).find((rule) => rule.groupId !== id);
  const dependent = attachedInterface?.id ?? referencingRule?.groupId;
  if (dependent !== undefined) throw new AwsError("DependencyViolation", `resource ${id} has a dependent object: ${dependent}`);
  for (const rule of securityGroupRules.where("group", id)) securityGroupRules.remove(rule.id);
  for (const association of securityGroupVpcAssociations.where("group", id)) securityGroupVpcAssociations.remove(association.id);
  securityGroups.remove(id);
}
