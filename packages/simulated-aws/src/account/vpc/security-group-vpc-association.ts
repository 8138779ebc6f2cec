import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import type { SecurityGroup, SecurityGroupVpcAssociation } from "../rows/security-group-rows";
import { findSecurityGroup } from "./security-group";
import { findVpc } from "./vpc";

/**
 * AssociateSecurityGroupVpc: the group can then also be used in another VPC of its Region (docs/aws-facts.md#security-group-associations).
 * Neither default groups nor the default VPC can be associated: throws `InvalidParameterValue`.
 */
export function associateSecurityGroup(account: Account, groupId: string, vpcId: string): SecurityGroupVpcAssociation {
  const [group, vpc] = [findSecurityGroup(account, groupId), findVpc(account, vpcId)];
  if (group.name === "default") throw new AwsError("InvalidParameterValue", `the default security group ${groupId} cannot be associated`);
  if (vpc.isDefault === true)
    throw new AwsError("InvalidParameterValue", `security groups cannot be associated with the default VPC ${vpcId}`);
  return account.tables.securityGroupVpcAssociations.put({ id: `${groupId},${vpcId}`, groupId, vpcId, region: vpc.region });
}

/** Whether interfaces in this VPC can have the group: it was created there, or is associated with it. */
export function isUsableIn(account: Account, group: SecurityGroup, vpcId: string): boolean {
  return group.vpcId === vpcId || account.tables.securityGroupVpcAssociations.get(`${group.id},${vpcId}`) !== undefined;
}
