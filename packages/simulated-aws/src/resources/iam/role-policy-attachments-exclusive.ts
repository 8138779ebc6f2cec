import { attachPolicy, detachPolicy, findRole } from "../../account/iam/role";
import type { Account } from "../../account/store/account";
import { requiredText, texts } from "../../property/read";
import type { Properties } from "../../property/value";
import { replacing, required } from "../../schema/field";
import type { ResourceType } from "../definition/resource-type";

/**
 * All managed policies of one role: others are detached, and its deletion detaches nothing (docs/aws-facts.md#exclusive-attachments).
 * Source of the fields: docs/aws-facts.md#provider-fields, aws_iam_role_policy_attachments_exclusive.
 */
export const rolePolicyAttachmentsExclusive: ResourceType = {
  token: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
  framework: true,
  fields: {
    policyArns: required({ set: "string" }),
    roleName: replacing(required("string")),
  },
  create: (account, inputs) => ({ id: attachExactly(account, inputs) }),
  describe: (account, roleName) => {
    const role = account.tables.roles.get(roleName);
    return role === undefined || role.deleted === true ? undefined : { roleName, policyArns: policiesOf(account, roleName) };
  },
  update: (account, _id, inputs) => ({ id: attachExactly(account, inputs) }),
  remove: () => undefined,
};

function attachExactly(account: Account, inputs: Properties): string {
  const [{ id: role }, listed] = [findRole(account, requiredText(inputs, "roleName")), texts(inputs, "policyArns")];
  for (const policyArn of listed) attachPolicy(account, role, policyArn);
  for (const policyArn of policiesOf(account, role)) if (!listed.includes(policyArn)) detachPolicy(account, role, policyArn);
  return role;
}

function policiesOf(account: Account, role: string): readonly string[] {
  return account.tables.rolePolicyAttachments.where("role", role).map(({ policyArn }) => policyArn);
}
