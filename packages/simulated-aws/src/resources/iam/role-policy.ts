import { putRolePolicy, removeRolePolicy } from "../../account/iam/role";
import { requiredText } from "../../property/read";
import { autonamed, optionalComputed, replacing, required } from "../../schema/field";
import { nameOf, namePrefixOf } from "../definition/name";
import type { ResourceType } from "../definition/resource-type";

/** An inline policy of a role. Its id is `ROLE:NAME`. Source of the fields: docs/aws-facts.md#provider-fields, aws_iam_role_policy. */
export const rolePolicy: ResourceType = {
  token: "aws:iam/rolePolicy:RolePolicy",
  fields: {
    name: autonamed(128),
    namePrefix: replacing(optionalComputed("string")),
    policy: required("document"),
    role: replacing(required("string")),
  },
  create: (account, inputs) => ({
    id: putRolePolicy(account, requiredText(inputs, "role"), nameOf(account, inputs), requiredText(inputs, "policy")),
  }),
  describe: (account, id) => {
    const row = account.tables.rolePolicies.get(id);
    return row && { name: row.name, namePrefix: namePrefixOf(row.name), policy: row.policy, role: row.role };
  },
  update: (account, _, inputs) => ({
    id: putRolePolicy(account, requiredText(inputs, "role"), requiredText(inputs, "name"), requiredText(inputs, "policy")),
  }),
  remove: (account, id) => {
    const row = account.tables.rolePolicies.get(id);
    if (row !== undefined) removeRolePolicy(account, row.role, row.name);
  },
};
