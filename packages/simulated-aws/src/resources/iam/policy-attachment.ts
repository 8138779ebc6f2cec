import { attachPolicy, detachPolicy } from "../../account/iam/role";
import type { Account } from "../../account/store/account";
import { requiredText, texts } from "../../property/read";
import type { Properties } from "../../property/value";
import { autonamed, optional, replacing, required } from "../../schema/field";
import { nameOf } from "../definition/name";
import type { ResourceType } from "../definition/resource-type";

/**
 * All attachments of one managed policy: the provider detaches the policy from every role that the program does not list. Users and groups are
 * not simulated. Source of the fields: docs/aws-facts.md#provider-fields, aws_iam_policy_attachment.
 */
export const policyAttachment: ResourceType = {
  token: "aws:iam/policyAttachment:PolicyAttachment",
  fields: {
    groups: optional({ set: "string" }),
    name: autonamed(255),
    policyArn: replacing(required("string")),
    roles: optional({ set: "string" }),
    users: optional({ set: "string" }),
  },
  create: (account, inputs) => {
    for (const role of texts(inputs, "roles")) attachPolicy(account, role, requiredText(inputs, "policyArn"));
    return { id: nameOf(account, inputs) };
  },
  describe: (account, id, outputs) => ({
    ...outputs,
    name: id,
    roles: rolesWith(account, requiredText(outputs, "policyArn")),
  }),
  update: (account, id, inputs) => {
    const [policyArn, listed] = [requiredText(inputs, "policyArn"), texts(inputs, "roles")];
    for (const role of rolesWith(account, policyArn)) if (!listed.includes(role)) detachPolicy(account, role, policyArn);
    for (const role of listed) attachPolicy(account, role, policyArn);
    return { id };
  },
  remove: (account, _id, outputs) => detachFromAll(account, outputs),
};

function rolesWith(account: Account, policyArn: string): readonly string[] {
  return account.tables.rolePolicyAttachments.where("policy", policyArn).map(({ role }) => role);
}

function detachFromAll(account: Account, outputs: Properties): void {
  const policyArn = requiredText(outputs, "policyArn");
  for (const role of rolesWith(account, policyArn)) if (texts(outputs, "roles").includes(role)) detachPolicy(account, role, policyArn);
}
