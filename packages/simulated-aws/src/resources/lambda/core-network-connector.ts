import { createNetworkConnector, deleteNetworkConnector, acquireConnectorInterfaces } from "../../account/lambda/network-connector";
import { object, requiredText, texts } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, autonamed, optional, regionFields, required } from "../../schema/field";
import { nameOf } from "../definition/name";
import type { ResourceType } from "../definition/resource-type";

/** A Lambda network connector. Source of the fields: the documentation of @pulumi/aws. Its id is its ARN. */
export const coreNetworkConnector: ResourceType = {
  token: "aws:lambda/coreNetworkConnector:CoreNetworkConnector",
  framework: true,
  fields: {
    ...regionFields,
    arn: computed("string"),
    configuration: required({
      object: {
        vpcEgressConfiguration: optional({
          object: {
            associatedComputeResourceTypes: required({ set: "string" }),
            networkProtocol: optional("string"),
            securityGroupIds: required({ set: "string" }),
            subnetIds: required({ set: "string" }),
          },
        }),
      },
    }),
    name: autonamed(64),
    operatorRole: required("string"),
    timeouts: optional({ object: { create: optional("string"), delete: optional("string"), update: optional("string") } }),
  },
  create: (account, inputs) =>
    createNetworkConnector(account, { name: nameOf(account, inputs), region: requiredText(inputs, "region"), tags: {} }, networkOf(inputs)),
  describe: (account, id) => {
    const row = account.tables.networkConnectors.get(id);
    return row && { arn: id, name: row.name, region: row.region };
  },
  update: (account, id, inputs) => {
    acquireConnectorInterfaces(account, id, requiredText(inputs, "name"), networkOf(inputs));
    return { id };
  },
  remove: deleteNetworkConnector,
};

function networkOf(inputs: Properties) {
  const egress = object(object(inputs, "configuration") ?? {}, "vpcEgressConfiguration") ?? {};
  return { subnetIds: texts(egress, "subnetIds"), securityGroupIds: texts(egress, "securityGroupIds") };
}
