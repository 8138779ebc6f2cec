import { newId } from "../../account/store/identifier";
import { findVpc } from "../../account/vpc/vpc";
import { requiredText, textMap } from "../../property/read";
import { regionFields, replacing, required, tagFields } from "../../schema/field";
import type { ResourceType } from "../definition/resource-type";

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_egress_only_internet_gateway. It takes no address. */
export const egressOnlyInternetGateway: ResourceType = {
  token: "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
  fields: { ...regionFields, ...tagFields, vpcId: replacing(required("string")) },
  create: (account, inputs) =>
    account.tables.egressOnlyInternetGateways.put({
      id: newId(account, "eigw"),
      region: requiredText(inputs, "region"),
      tags: textMap(inputs, "tagsAll"),
      vpcId: findVpc(account, requiredText(inputs, "vpcId")).id,
    }),
  describe: (account, id) => {
    const row = account.tables.egressOnlyInternetGateways.get(id);
    return row && { region: row.region, tagsAll: row.tags, vpcId: row.vpcId };
  },
  update: (account, id, inputs) => {
    const row = account.tables.egressOnlyInternetGateways.get(id);
    return row === undefined ? { id } : account.tables.egressOnlyInternetGateways.put({ ...row, tags: textMap(inputs, "tagsAll") });
  },
  remove: (account, id) => {
    account.tables.egressOnlyInternetGateways.remove(id);
  },
};
