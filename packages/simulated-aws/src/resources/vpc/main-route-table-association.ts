import type { Account } from "../../account/store/account";
import { findMainAssociation, replaceMainRouteTable } from "../../account/vpc/main-route-table";
import { findVpc } from "../../account/vpc/vpc";
import { requiredText, text } from "../../property/read";
import { computed, regionFields, required } from "../../schema/field";
import type { ResourceType } from "../definition/resource-type";

/**
 * Makes a route table the main one of a VPC. Its deletion restores the original one (docs/aws-facts.md#main-route-table). Source of the
 * fields: docs/aws-facts.md#provider-fields, aws_main_route_table_association.
 */
export const mainRouteTableAssociation: ResourceType = {
  token: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
  fields: {
    ...regionFields,
    originalRouteTableId: computed("string"),
    routeTableId: required("string"),
    vpcId: required("string"),
  },
  prepare: (run, action, inputs) =>
    Promise.resolve(
      action === "create" ? { originalRouteTableId: run((account) => mainTable(account, requiredText(inputs, "vpcId"))) } : {},
    ),
  create: (account, inputs) => ({
    id: replaceMainRouteTable(account, findVpc(account, requiredText(inputs, "vpcId")), requiredText(inputs, "routeTableId")),
  }),
  describe: (account, id, outputs) => {
    const row = account.tables.vpcs.all().find((vpc) => vpc.mainAssociationId === id);
    return (
      row && {
        originalRouteTableId: text(outputs, "originalRouteTableId") ?? "",
        region: row.region,
        routeTableId: row.mainRouteTableId,
        vpcId: row.id,
      }
    );
  },
  update: (account, id, inputs) => ({
    id: replaceMainRouteTable(account, findMainAssociation(account, id), requiredText(inputs, "routeTableId"), id),
  }),
  remove: (account, id, outputs) => {
    replaceMainRouteTable(account, findMainAssociation(account, id), requiredText(outputs, "originalRouteTableId"));
  },
};

function mainTable(account: Account, vpcId: string): string {
  return findVpc(account, vpcId).mainRouteTableId;
}
