import { createManagedPolicy, deleteManagedPolicy, findManagedPolicy, updateManagedPolicy } from "../../account/iam/managed-policy";
import { idFrom } from "../../account/store/identifier";
import { requiredText, text, textMap } from "../../property/read";
import { computed, autonamed, optional, optionalComputed, replacing, required, tagFields, defaulted } from "../../schema/field";
import { nameOf, namePrefixOf } from "../definition/name";
import type { ResourceType } from "../definition/resource-type";

/** A customer managed policy. Source of the fields: docs/aws-facts.md#provider-fields, aws_iam_policy. */
export const policy: ResourceType = {
  token: "aws:iam/policy:Policy",
  fields: {
    ...tagFields,
    arn: computed("string"),
    attachmentCount: computed("number"),
    delayAfterPolicyCreationInMs: optional("number"),
    description: replacing(optional("string")),
    name: autonamed(128),
    namePrefix: replacing(optionalComputed("string")),
    path: replacing(defaulted("string", "/")),
    policy: required("document"),
    policyId: computed("string"),
  },
  create: (account, inputs) =>
    createManagedPolicy(account, {
      name: nameOf(account, inputs),
      path: requiredText(inputs, "path"),
      description: text(inputs, "description") ?? "",
      policy: requiredText(inputs, "policy"),
      tags: textMap(inputs, "tagsAll"),
    }),
  describe: (account, id) => {
    const row = account.tables.managedPolicies.get(id);
    return (
      row && {
        arn: id,
        attachmentCount: account.tables.rolePolicyAttachments.count("policy", id),
        description: row.description,
        name: row.name,
        namePrefix: namePrefixOf(row.name),
        path: row.path,
        policy: row.policy,
        policyId: idFrom("sim", id).replace("sim-", "ANPA").toUpperCase(),
        tagsAll: row.tags,
      }
    );
  },
  update: (account, id, inputs) => {
    updateManagedPolicy(account, {
      ...findManagedPolicy(account, id),
      policy: requiredText(inputs, "policy"),
      tags: textMap(inputs, "tagsAll"),
    });
    return { id };
  },
  remove: deleteManagedPolicy,
};
