import type { Account } from "../../account/store/account";
import { idFrom } from "../../account/store/identifier";
import {
  attachPolicy,
  createRole,
  deleteRole,
  detachPolicy,
  findRole,
  putRolePolicy,
  removeRolePolicy,
  reviewPermissions,
} from "../../account/iam/role";
import { number, objects, requiredText, text, textMap, texts } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, defaulted, autonamed, optional, optionalComputed, replacing, required, tagFields } from "../../schema/field";
import { CREATION_DATE } from "../../account/store/creation-date";
import { nameOf, namePrefixOf } from "../definition/name";
import type { ResourceType } from "../definition/resource-type";

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_iam_role; of the maximum length of names: pulumi-aws. */
export const role: ResourceType = {
  token: "aws:iam/role:Role",
  fields: {
    ...tagFields,
    arn: computed("string"),
    assumeRolePolicy: required("document"),
    createDate: computed("string"),
    description: optional("string"),
    forceDetachPolicies: defaulted("boolean", false),
    inlinePolicies: optionalComputed({ set: { object: { name: optional("string"), policy: optional("document") } } }),
    managedPolicyArns: optionalComputed({ set: "string" }),
    maxSessionDuration: defaulted("number", 3600),
    name: autonamed(64),
    namePrefix: replacing(optionalComputed("string")),
    path: replacing(defaulted("string", "/")),
    permissionsBoundary: optional("string"),
    uniqueId: computed("string"),
  },
  create: (account, inputs) => {
    const created = createRole(account, { id: nameOf(account, inputs), path: requiredText(inputs, "path"), ...settings(inputs) });
    for (const policy of objects(inputs, "inlinePolicies"))
      putRolePolicy(account, created.id, requiredText(policy, "name"), requiredText(policy, "policy"));
    for (const policyArn of texts(inputs, "managedPolicyArns")) attachPolicy(account, created.id, policyArn);
    return created;
  },
  describe: (account, id) => {
    const row = account.tables.roles.get(id);
    if (row === undefined || row.deleted === true) return undefined;
    return {
      arn: row.arn,
      assumeRolePolicy: row.assumeRolePolicy,
      createDate: CREATION_DATE,
      ...(row.description === "" ? {} : { description: row.description }),
      inlinePolicies: account.tables.rolePolicies.where("role", id).map(({ name, policy }) => ({ name, policy })),
      managedPolicyArns: account.tables.rolePolicyAttachments.where("role", id).map(({ policyArn }) => policyArn),
      maxSessionDuration: row.maxSessionDuration,
      name: id,
      namePrefix: namePrefixOf(id),
      path: row.path,
      ...(row.permissionsBoundary === undefined ? {} : { permissionsBoundary: row.permissionsBoundary }),
      tagsAll: row.tags,
      uniqueId: idFrom("sim", row.arn).replace("sim-", "AROA").toUpperCase(),
    };
  },
  update: (account, id, inputs, outputs) => {
    account.tables.roles.put({ ...findRole(account, id), ...settings(inputs) });
    updatePolicies(account, id, inputs, outputs);
    reviewPermissions(account, id);
    return { id };
  },
  remove: deleteRole,
};

function settings(inputs: Properties) {
  return {
    assumeRolePolicy: requiredText(inputs, "assumeRolePolicy"),
    description: text(inputs, "description") ?? "",
    maxSessionDuration: number(inputs, "maxSessionDuration") ?? 3600,
    permissionsBoundary: text(inputs, "permissionsBoundary"),
    tags: textMap(inputs, "tagsAll"),
  };
}

/** Applies only the changes of the program: other resources may also attach policies to the role. */
function updatePolicies(account: Account, id: string, inputs: Properties, outputs: Properties): void {
  const [before, after] = [texts(outputs, "managedPolicyArns"), texts(inputs, "managedPolicyArns")];
  for (const policyArn of before.filter((arn) => !after.includes(arn))) detachPolicy(account, id, policyArn);
  for (const policyArn of after.filter((arn) => !before.includes(arn))) attachPolicy(account, id, policyArn);
  const names = objects(inputs, "inlinePolicies").map((policy) => requiredText(policy, "name"));
  for (const policy of objects(outputs, "inlinePolicies")) {
    const name = requiredText(policy, "name");
    if (!names.includes(name)) removeRolePolicy(account, id, name);
  }
  for (const policy of objects(inputs, "inlinePolicies"))
    putRolePolicy(account, id, requiredText(policy, "name"), requiredText(policy, "policy"));
}
