import { createDbSubnetGroup, deleteDbSubnetGroup, putDbSubnetGroup } from "../../account/address-consumers/database";
import { requiredText, textMap, texts } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, defaulted, autonamed, optionalComputed, regionFields, replacing, required, tagFields } from "../../schema/field";
import { arn } from "../../account/store/arn";
import { nameOf, namePrefixOf } from "../definition/name";
import type { ResourceType } from "../definition/resource-type";

/** Its id is its name. Source of the fields: docs/aws-facts.md#provider-fields, aws_db_subnet_group; of the description: pulumi-aws. */
export const dbSubnetGroup: ResourceType = {
  token: "aws:rds/subnetGroup:SubnetGroup",
  fields: {
    ...regionFields,
    ...tagFields,
    arn: computed("string"),
    description: defaulted("string", "Managed by Pulumi"),
    name: autonamed(255),
    namePrefix: replacing(optionalComputed("string")),
    subnetIds: required({ set: "string" }),
    supportedNetworkTypes: computed({ set: "string" }),
    vpcId: computed("string"),
  },
  create: (account, inputs) => createDbSubnetGroup(account, { ...request(inputs), id: nameOf(account, inputs).toLowerCase() }),
  describe: (account, id) => {
    const row = account.tables.dbSubnetGroups.get(id);
    return (
      row && {
        ...(row.description === undefined ? {} : { description: row.description }),
        arn: arn("rds", row.region, account.id, `subgrp:${id}`),
        name: id,
        namePrefix: namePrefixOf(id),
        region: row.region,
        subnetIds: row.subnetIds,
        supportedNetworkTypes: ["IPV4"],
        tagsAll: row.tags,
        vpcId: row.vpcId,
      }
    );
  },
  update: (account, id, inputs) => putDbSubnetGroup(account, { ...request(inputs), id }),
  remove: deleteDbSubnetGroup,
};

function request(inputs: Properties) {
  return {
    description: requiredText(inputs, "description"),
    region: requiredText(inputs, "region"),
    subnetIds: texts(inputs, "subnetIds"),
    tags: textMap(inputs, "tagsAll"),
  };
}
