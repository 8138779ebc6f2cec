import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import { newId } from "../store/identifier";
import type { Route, RouteTable, RouteTableAssociation } from "../rows/vpc-rows";
import { findSubnet } from "./subnet";
import { findVpc } from "./vpc";

export function createRouteTable(account: Account, request: Omit<RouteTable, "id">): RouteTable {
  findVpc(account, request.vpcId);
  return account.tables.routeTables.put({ ...request, id: newId(account, "rtb") });
}

/** The route table with this id. Throws `InvalidRouteTableID.NotFound`. */
export function findRouteTable(account: Account, id: string): RouteTable {
  const table = account.tables.routeTables.get(id);
  if (table === undefined) throw new AwsError("InvalidRouteTableID.NotFound", `The routeTable ID '${id}' does not exist`);
  return table;
}

/**
 * Deletes a route table that no subnet uses and that is not the main one of its VPC (docs/aws-facts.md#main-route-table). Throws
 * `DependencyViolation`.
 */
export function deleteRouteTable(account: Account, id: string): void {
  const { vpcId } = findRouteTable(account, id);
  if (account.tables.vpcs.get(vpcId)?.mainRouteTableId === id)
    throw new AwsError(
      "DependencyViolation",
      `The routeTable '${id}' has dependencies and cannot be deleted: it is the main table of ${vpcId}.`,
    );
  const [association] = account.tables.routeTableAssociations.where("table", id);
  if (association !== undefined)
    throw new AwsError(
      "DependencyViolation",
      `The routeTable '${id}' has dependencies and cannot be deleted: ${association.subnetId ?? association.id} uses it.`,
    );
  account.tables.routeTables.remove(id);
}

/** Adds a route. Throws `RouteAlreadyExists` if the destination has one. */
export function createRoute(account: Account, tableId: string, route: Route): void {
  const table = findRouteTable(account, tableId);
  if (table.routes.some(({ destination }) => destination === route.destination))
    throw new AwsError("RouteAlreadyExists", `The route identified by ${route.destination} already exists.`);
  account.tables.routeTables.put({ ...table, routes: [...table.routes, route] });
}

/** Replaces or removes the route to a destination. Throws `InvalidRoute.NotFound`. */
export function replaceRoute(account: Account, tableId: string, destination: string, route: Route | undefined): void {
  const table = findRouteTable(account, tableId);
  const others = table.routes.filter((other) => other.destination !== destination);
  if (others.length === table.routes.length)
    throw new AwsError("InvalidRoute.NotFound", `no route with destination-cidr-block ${destination} in route table ${tableId}`);
  account.tables.routeTables.put({ ...table, routes: route === undefined ? others : [...others, route] });
}

/** Associates a subnet with a route table. A subnet has at most one association: throws `Resource.AlreadyAssociated`. */
export function associateRouteTable(account: Account, request: Omit<RouteTableAssociation, "id">): RouteTableAssociation {
  findRouteTable(account, request.routeTableId);
  if (request.subnetId !== undefined) {
    findSubnet(account, request.subnetId);
    if (account.tables.routeTableAssociations.count("subnet", request.subnetId) > 0)
      throw new AwsError(
        "Resource.AlreadyAssociated",
        `the specified association for subnet ${request.subnetId} conflicts with an existing association`,
      );
  }
  return account.tables.routeTableAssociations.put({ ...request, id: newId(account, "rtbassoc") });
}
