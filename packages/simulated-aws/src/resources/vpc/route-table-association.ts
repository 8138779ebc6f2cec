import { associateRouteTable, findRouteTable } from "../../account/vpc/route-table";
import { knownValues, requiredText } from "../../property/read";
import { optional, regionFields, replacing, required } from "../../schema/field";
import type { ResourceType } from "../definition/resource-type";

/** Source of the fields and of the id's form for import: docs/aws-facts.md#provider-fields, aws_route_table_association. */
export const routeTableAssociation: ResourceType = {
  token: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  fields: {
    ...regionFields,
    gatewayId: replacing(optional("string")),
    routeTableId: required("string"),
    subnetId: replacing(optional("string")),
  },
  create: (account, inputs) =>
    associateRouteTable(account, { routeTableId: requiredText(inputs, "routeTableId"), ...knownValues(inputs, ["gatewayId", "subnetId"]) }),
  describe: (account, id) => {
    const [subnetId, routeTableId] = id.split("/");
    const { routeTableAssociations } = account.tables;
    const row =
      routeTableId === undefined
        ? routeTableAssociations.get(id)
        : routeTableAssociations.where("table", routeTableId).find((association) => association.subnetId === subnetId);
    return row && knownValues({ ...row }, ["gatewayId", "routeTableId", "subnetId"]);
  },
  update: (account, id, inputs) => {
    const routeTableId = findRouteTable(account, requiredText(inputs, "routeTableId")).id;
    return account.tables.routeTableAssociations.put({ id, routeTableId, ...knownValues(inputs, ["gatewayId", "subnetId"]) });
  },
  remove: (account, id) => {
    account.tables.routeTableAssociations.remove(id);
  },
};
