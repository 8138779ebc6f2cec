import { createSubnetGroup, putSubnetGroup, subnetGroupKey } from "../../account/address-consumers/subnet-group";
import { requiredText, textMap, texts } from "../../property/read";
import type { Properties } from "../../property/value";
import {
  autonamed,
  computed,
  defaulted,
  type Fields,
  normalizedBy,
  optionalComputed,
  regionFields,
  replacing,
  required,
  tagFields,
} from "../../schema/field";
import { arn } from "../../account/store/arn";
import { nameOf, namePrefixOf } from "../definition/name";
import type { ResourceType } from "../definition/resource-type";

/** The kind of a resource in an ARN, by service. */
const ARN_KINDS = { elasticache: "subnetgroup", memorydb: "subnetgroup", redshift: "subnetgroup" };

/** The subnet group of a service. Its id is its name. */
function subnetGroup(service: keyof typeof ARN_KINDS, own: Fields): ResourceType {
  return {
    token: `aws:${service}/subnetGroup:SubnetGroup`,
    fields: {
      ...regionFields,
      ...tagFields,
      arn: computed("string"),
      description: defaulted("string", "Managed by Pulumi"),
      // The services store names in lower case.
      name: normalizedBy((name) => name.toLowerCase(), autonamed(255)),
      subnetIds: required({ set: "string" }),
      ...own,
    },
    create: (account, inputs) => {
      const { name } = createSubnetGroup(account, request(service, nameOf(account, inputs).toLowerCase(), inputs));
      return { id: name };
    },
    describe: (account, id) => {
      const row = account.tables.subnetGroups.get(subnetGroupKey(service, id));
      return (
        row && {
          arn: arn(service, row.region, account.id, `${ARN_KINDS[service]}:${id}`),
          description: row.description,
          name: id,
          namePrefix: namePrefixOf(id),
          region: row.region,
          subnetIds: row.subnetIds,
          tagsAll: row.tags,
          vpcId: row.vpcId,
        }
      );
    },
    update: (account, id, inputs) => {
      putSubnetGroup(account, request(service, id, inputs));
      return { id };
    },
    remove: (account, id) => {
      account.tables.subnetGroups.remove(subnetGroupKey(service, id));
    },
  };
}

function request(service: string, name: string, inputs: Properties) {
  return {
    service,
    name,
    description: requiredText(inputs, "description"),
    region: requiredText(inputs, "region"),
    subnetIds: texts(inputs, "subnetIds"),
    tags: textMap(inputs, "tagsAll"),
  };
}

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_elasticache_subnet_group. */
export const cacheSubnetGroup = subnetGroup("elasticache", { vpcId: computed("string") });

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_memorydb_subnet_group. */
export const memoryDbSubnetGroup = subnetGroup("memorydb", {
  namePrefix: replacing(optionalComputed("string")),
  vpcId: computed("string"),
});

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_redshift_subnet_group. */
export const redshiftSubnetGroup = subnetGroup("redshift", {});
