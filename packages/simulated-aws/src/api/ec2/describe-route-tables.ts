import type { Route, RouteTable } from "../../account/rows/vpc-rows";
import { mainAssociationId } from "../../account/vpc/main-route-table";
import { prefixLists } from "../../account/vpc/prefix-list";
import { ipv4Ranges } from "../../account/vpc/vpc-cidr-block";
import type { AnswerObject } from "../operation/answer";
import type { Call } from "../operation/call";
import { listing } from "./listing";
import { notFound } from "./not-found";
import { tagSet } from "./tag-set";

/** The provider's names of targets that EC2 names differently. */
const TARGETS: ReadonlyMap<string, string> = new Map([
  ["egressOnlyGatewayId", "egressOnlyInternetGatewayId"],
  ["vpcEndpointId", "gatewayId"],
]);

export const describeRouteTables = listing<RouteTable>({
  name: "DescribeRouteTables",
  set: "routeTableSet",
  rows: ({ account, region }) => account.tables.routeTables.all().filter((table) => table.region === region),
  idOf: ({ id }) => id,
  selectors: [{ parameter: "RouteTableId", valueOf: ({ id }) => id, notFound: notFound("InvalidRouteTableID.NotFound", "routeTable") }],
  tagsOf: ({ tags }) => tags,
  filters: {
    "route-table-id": ({ id }) => id,
    "vpc-id": ({ vpcId }) => vpcId,
    "association.main": (table, call) => associations(table, call).map(({ main }) => main),
    "association.subnet-id": (table, call) => associations(table, call).map(({ subnetId }) => subnetId),
    "association.route-table-id": ({ id }) => id,
    "association.route-table-association-id": (table, call) => associations(table, call).map(({ routeTableAssociationId: id }) => id),
    "owner-id": (_, { account }) => account.id,
    "route.gateway-id": (table, call) =>
      routes(table, call).map(({ gatewayId }) => (typeof gatewayId === "string" ? gatewayId : undefined)),
  },
  pageSizes: [5, 100],
  describe: (table, call) => ({
    routeTableId: table.id,
    vpcId: table.vpcId,
    ownerId: call.account.id,
    routeSet: routes(table, call),
    associationSet: associations(table, call).map((one) => ({ ...one, associationState: { state: "associated" } })),
    propagatingVgwSet: [],
    tagSet: tagSet(table.tags),
  }),
});

/** The local routes of the VPC (docs/aws-facts.md#local-routes), the table's own ones, and those of gateway endpoints. */
function routes({ id, vpcId, region, routes: own }: RouteTable, { account }: Call): readonly AnswerObject[] {
  const vpc = account.tables.vpcs.get(vpcId);
  const ranges = vpc === undefined ? [] : [...ipv4Ranges(account, vpc), ...(vpc.ipv6CidrBlock === undefined ? [] : [vpc.ipv6CidrBlock])];
  const endpoints = account.tables.vpcEndpoints.where("vpc", vpcId).flatMap(({ id: endpoint, routeTableIds, serviceName }) => {
    const list = prefixLists(region).find(({ name }) => name === serviceName);
    return routeTableIds.includes(id) && list !== undefined ? [{ destination: list.id, target: "gatewayId", targetId: endpoint }] : [];
  });
  const local = ranges.map((destination) => ({ destination, target: "gatewayId", targetId: "local" }));
  return [
    ...local.map((one) => ({ ...route(one), origin: "CreateRouteTable" })),
    ...[...own, ...endpoints].map((one) => ({ ...route(one), origin: "CreateRoute" })),
  ];
}

function route({ destination, target, targetId }: Route): AnswerObject {
  const name = destination.startsWith("pl-")
    ? "destinationPrefixListId"
    : destination.includes(":")
      ? "destinationIpv6CidrBlock"
      : "destinationCidrBlock";
  return { [name]: destination, [TARGETS.get(target) ?? target]: targetId, state: "active" };
}

function associations({ id, vpcId }: RouteTable, { account }: Call) {
  const vpc = account.tables.vpcs.get(vpcId);
  return [
    ...(vpc?.mainRouteTableId === id
      ? [{ routeTableAssociationId: mainAssociationId(vpc), routeTableId: id, main: true, subnetId: undefined, gatewayId: undefined }]
      : []),
    ...account.tables.routeTableAssociations.where("table", id).map(({ id: associationId, subnetId, gatewayId }) => ({
      routeTableAssociationId: associationId,
      routeTableId: id,
      main: false,
      subnetId,
      gatewayId,
    })),
  ];
}
