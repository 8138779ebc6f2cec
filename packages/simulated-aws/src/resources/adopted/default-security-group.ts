import { findDefaultVpc } from "../../account/vpc/default-vpc";
import { findVpc } from "../../account/vpc/vpc";
import { requiredText, text } from "../../property/read";
import { computed } from "../../schema/field";
import type { ResourceType } from "../definition/resource-type";
import { securityGroup, updateSecurityGroup } from "../vpc/security-group";

/**
 * Adopts the default group of a VPC: it removes all rules, then adds those of the program. Its deletion changes nothing in AWS
 * (docs/aws-facts.md#adopting-resources). Source of the fields: docs/aws-facts.md#provider-fields, aws_default_security_group.
 */
export const defaultSecurityGroup: ResourceType = {
  token: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  fields: {
    ...securityGroup.fields,
    description: computed("string"),
    name: computed("string"),
    namePrefix: computed("string"),
  },
  create: (account, inputs) => {
    const vpcId = text(inputs, "vpcId");
    const vpc = vpcId === undefined ? findDefaultVpc(account, requiredText(inputs, "region")) : findVpc(account, vpcId);
    const { defaultSecurityGroupId: id } = vpc;
    const { securityGroupRules } = account.tables;
    for (const rule of securityGroupRules.where("group", id)) securityGroupRules.remove(rule.id);
    return updateSecurityGroup(account, id, inputs, {});
  },
  describe: securityGroup.describe,
  update: updateSecurityGroup,
  remove: () => undefined,
};
