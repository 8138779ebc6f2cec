import { AwsError } from "../../account/store/aws-error";
import { number, requiredText, textMap } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, defaulted, autonamed, optional, optionalComputed, regionFields, replacing, tagFields } from "../../schema/field";
import { arn } from "../../account/store/arn";
import { nameOf, namePrefixOf } from "../definition/name";
import type { ResourceType } from "../definition/resource-type";

/** Its id is its name. Source of the fields: docs/aws-facts.md#provider-fields, aws_cloudwatch_log_group. */
export const logGroup: ResourceType = {
  token: "aws:cloudwatch/logGroup:LogGroup",
  fields: {
    ...regionFields,
    ...tagFields,
    arn: computed("string"),
    deletionProtectionEnabled: optionalComputed("boolean"),
    kmsKeyId: optional("string"),
    logGroupClass: replacing(optionalComputed("string")),
    name: autonamed(512),
    namePrefix: replacing(optionalComputed("string")),
    retentionInDays: defaulted("number", 0),
    skipDestroy: defaulted("boolean", false),
  },
  create: (account, inputs) => {
    const id = nameOf(account, inputs);
    if (account.tables.logGroups.get(id) !== undefined)
      throw new AwsError("ResourceAlreadyExistsException", `The specified log group already exists: ${id}`);
    return account.tables.logGroups.put({ id, ...settings(inputs) });
  },
  describe: (account, id, outputs) => {
    const row = account.tables.logGroups.get(id);
    return (
      row && {
        arn: arn("logs", row.region, account.id, `log-group:${id}`),
        deletionProtectionEnabled: outputs["deletionProtectionEnabled"] ?? false,
        logGroupClass: outputs["logGroupClass"] ?? "STANDARD",
        name: id,
        namePrefix: namePrefixOf(id),
        region: row.region,
        retentionInDays: row.retentionInDays,
        tagsAll: row.tags,
      }
    );
  },
  update: (account, id, inputs) => account.tables.logGroups.put({ id, ...settings(inputs) }),
  remove: (account, id, outputs) => {
    if (outputs["skipDestroy"] !== true) account.tables.logGroups.remove(id);
  },
};

function settings(inputs: Properties) {
  return {
    region: requiredText(inputs, "region"),
    retentionInDays: number(inputs, "retentionInDays") ?? 0,
    tags: textMap(inputs, "tagsAll"),
  };
}
