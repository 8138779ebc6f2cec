import { findRouteTable } from "../../account/vpc/route-table";
import { requiredText } from "../../property/read";
import { emptyMeansNone, optional, optionalComputed, replacing, required } from "../../schema/field";
import type { ResourceType } from "../definition/resource-type";
import { routeTable, updateRouteTable } from "../vpc/route-table";
import { computed, withoutFields } from "../../schema/field";

/** The targets and destinations of a route in a default table. Source: docs/aws-facts.md#provider-fields, aws_default_route_table. */
const ROUTE_FIELDS = [
  "cidrBlock",
  "coreNetworkArn",
  "destinationPrefixListId",
  "egressOnlyGatewayId",
  "gatewayId",
  "instanceId",
  "ipv6CidrBlock",
  "natGatewayId",
  "networkInterfaceId",
  "transitGatewayId",
  "vpcEndpointId",
  "vpcPeeringConnectionId",
];

/**
 * Adopts the main route table of a VPC: it removes all routes, then adds those of the program. Its deletion changes nothing in AWS
 * (docs/aws-facts.md#adopting-resources). Source of the fields: docs/aws-facts.md#provider-fields, aws_default_route_table.
 */
export const defaultRouteTable: ResourceType = {
  ...routeTable,
  token: "aws:ec2/defaultRouteTable:DefaultRouteTable",
  fields: {
    ...withoutFields(routeTable.fields, ["propagatingVgws", "routes", "vpcId"]),
    defaultRouteTableId: replacing(required("string")),
    propagatingVgws: optional({ set: "string" }),
    routes: emptyMeansNone(
      optionalComputed({ set: { object: Object.fromEntries(ROUTE_FIELDS.map((name) => [name, optional("string")])) } }),
    ),
    vpcId: computed("string"),
  },
  create: (account, inputs) => {
    const table = findRouteTable(account, requiredText(inputs, "defaultRouteTableId"));
    account.tables.routeTables.put({ ...table, routes: [] });
    return updateRouteTable(account, table.id, inputs, {});
  },
  describe: (account, id, outputs) => {
    const described = routeTable.describe(account, id, outputs);
    return described && { ...described, defaultRouteTableId: id };
  },
  remove: () => undefined,
};
