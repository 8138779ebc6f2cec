import { putAlias } from "../../account/lambda/function-alias";
import { object, requiredText, text } from "../../property/read";
import { computed, autonamed, optional, regionFields, replacing, required } from "../../schema/field";
import { arn } from "../../account/store/arn";
import type { Properties } from "../../property/value";
import type { ResourceType } from "../definition/resource-type";

/**
 * An alias of a function. Its id is `FUNCTION:NAME`, where the AWS provider uses the ARN. Source of the fields:
 * docs/aws-facts.md#provider-fields, aws_lambda_alias.
 */
export const alias: ResourceType = {
  token: "aws:lambda/alias:Alias",
  fields: {
    ...regionFields,
    arn: computed("string"),
    description: optional("string"),
    functionName: replacing(required("string")),
    functionVersion: required("string"),
    invokeArn: computed("string"),
    name: autonamed(128),
    routingConfig: optional({ object: { additionalVersionWeights: optional({ map: "number" }) } }),
  },
  create: (account, inputs) => ({ id: putAlias(account, request(inputs)).id }),
  describe: (account, id, outputs) => {
    const row = account.tables.functionAliases.get(id);
    if (row === undefined) return undefined;
    const region = text(outputs, "region") ?? account.tables.functions.get(row.functionName)?.region ?? "";
    const aliasArn = arn("lambda", region, account.id, `function:${id}`);
    return {
      arn: aliasArn,
      description: row.description,
      functionName: row.functionName,
      functionVersion: row.functionVersion,
      invokeArn: `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${aliasArn}/invocations`,
      name: row.name,
      region,
    };
  },
  update: (account, _, inputs) => ({ id: putAlias(account, request(inputs)).id }),
  remove: (account, id) => {
    account.tables.functionAliases.remove(id);
  },
};

function request(inputs: Properties) {
  const weights = object(object(inputs, "routingConfig") ?? {}, "additionalVersionWeights") ?? {};
  return {
    functionName: requiredText(inputs, "functionName"),
    name: requiredText(inputs, "name"),
    functionVersion: requiredText(inputs, "functionVersion"),
    description: text(inputs, "description") ?? "",
    weights: Object.fromEntries(Object.entries(weights).map(([version, weight]) => [version, Number(weight)])),
  };
}
