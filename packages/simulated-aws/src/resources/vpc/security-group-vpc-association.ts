import { associateSecurityGroup } from "../../account/vpc/security-group-vpc-association";
import { requiredText } from "../../property/read";
import { computed, optional, regionFields, replacing, required } from "../../schema/field";
import type { ResourceType } from "../definition/resource-type";

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_vpc_security_group_vpc_association. */
export const securityGroupVpcAssociation: ResourceType = {
  token: "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation",
  framework: true,
  fields: {
    ...regionFields,
    securityGroupId: replacing(required("string")),
    state: computed("string"),
    timeouts: optional({ object: { create: optional("string"), delete: optional("string") } }),
    vpcId: replacing(required("string")),
  },
  create: (account, inputs) => associateSecurityGroup(account, requiredText(inputs, "securityGroupId"), requiredText(inputs, "vpcId")),
  describe: (account, id) => {
    const row = account.tables.securityGroupVpcAssociations.get(id);
    return row && { region: row.region, securityGroupId: row.groupId, state: "associated", vpcId: row.vpcId };
  },
  update: (_, id) => ({ id }),
  remove: (account, id) => {
    account.tables.securityGroupVpcAssociations.remove(id);
  },
};
