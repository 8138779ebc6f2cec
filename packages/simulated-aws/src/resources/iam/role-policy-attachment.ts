import { attachPolicy, detachPolicy } from "../../account/iam/role";
import { requiredText } from "../../property/read";
import { replacing, required } from "../../schema/field";
import type { ResourceType } from "../definition/resource-type";

/** A managed policy on a role; its id is `ROLE/ARN`. Source of the fields: docs/aws-facts.md#provider-fields, aws_iam_role_policy_attachment. */
export const rolePolicyAttachment: ResourceType = {
  token: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  fields: {
    policyArn: replacing(required("string")),
    role: replacing(required("string")),
  },
  create: (account, inputs) => ({ id: attachPolicy(account, requiredText(inputs, "role"), requiredText(inputs, "policyArn")) }),
  describe: (account, id) => {
    const row = account.tables.rolePolicyAttachments.get(id);
    return row && { policyArn: row.policyArn, role: row.role };
  },
  remove: (account, id) => {
    const row = account.tables.rolePolicyAttachments.get(id);
    if (row !== undefined) detachPolicy(account, row.role, row.policyArn);
  },
};
