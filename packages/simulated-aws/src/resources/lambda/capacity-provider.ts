import { createCapacityProvider } from "../../account/lambda/network-connector";
import { object, requiredText, textMap, texts } from "../../property/read";
import { computed, autonamed, optional, optionalComputed, regionFields, replacing, required } from "../../schema/field";
import { arn } from "../../account/store/arn";
import { nameOf } from "../definition/name";
import type { ResourceType } from "../definition/resource-type";

/** Its id is its name. Source of the fields: docs/aws-facts.md#provider-fields, aws_lambda_capacity_provider. */
export const capacityProvider: ResourceType = {
  token: "aws:lambda/capacityProvider:CapacityProvider",
  framework: true,
  fields: {
    ...regionFields,
    arn: computed("string"),
    capacityProviderScalingConfigs: optionalComputed({
      list: {
        object: {
          maxVcpuCount: optionalComputed("number"),
          scalingMode: optionalComputed("string"),
          scalingPolicies: optionalComputed({
            list: { object: { predefinedMetricType: required("string"), targetValue: required("number") } },
          }),
        },
      },
    }),
    instanceRequirements: replacing(
      optionalComputed({
        list: {
          object: {
            allowedInstanceTypes: optionalComputed({ list: "string" }),
            architectures: optionalComputed({ list: "string" }),
            excludedInstanceTypes: optionalComputed({ list: "string" }),
          },
        },
      }),
    ),
    kmsKeyArn: replacing(optional("string")),
    name: autonamed(64),
    permissionsConfig: replacing(required({ object: { capacityProviderOperatorRoleArn: required("string") } })),
    tags: optional({ map: "string" }),
    tagsAll: computed({ map: "string" }),
    timeouts: optional({ object: { create: optional("string"), delete: optional("string"), update: optional("string") } }),
    vpcConfig: replacing(required({ object: { securityGroupIds: required({ set: "string" }), subnetIds: required({ set: "string" }) } })),
  },
  create: (account, inputs) => {
    const network = object(inputs, "vpcConfig") ?? {};
    return createCapacityProvider(
      account,
      { id: nameOf(account, inputs), region: requiredText(inputs, "region"), tags: textMap(inputs, "tagsAll") },
      { subnetIds: texts(network, "subnetIds"), securityGroupIds: texts(network, "securityGroupIds") },
    );
  },
  describe: (account, id) => {
    const row = account.tables.capacityProviders.get(id);
    return (
      row && { arn: arn("lambda", row.region, account.id, `capacity-provider:${id}`), name: id, region: row.region, tagsAll: row.tags }
    );
  },
  update: (account, id, inputs) => {
    const row = account.tables.capacityProviders.get(id);
    return row === undefined ? { id } : account.tables.capacityProviders.put({ ...row, tags: textMap(inputs, "tagsAll") });
  },
  remove: (account, id) => {
    account.tables.capacityProviders.remove(id);
  },
};
