import type { Certainty, Key } from "@lambda-vpc/model";
import { isAdopting } from "../stack/aws-types";
import { RouteTables, type Tables } from "./route-tables";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import { elements, isList, isProperties, UNKNOWN, type Value } from "../stack/value";

/**
 * Whether each subnet has a route that leaves its VPC, to whatever target: a gateway, a NAT gateway, a network interface, a peering connection. Absent for a
 * subnet whose route table is not in this stack. A table without such a route reaches only its VPC (docs/aws-facts.md#local-routes).
 */
export function outboundRoutes(stack: Stack): ReadonlyMap<Key, Certainty> {
  const tables = new RouteTables(stack);
  const routes = routesOut(stack, tables);
  const associations = stack.ofKind("route-table-association").filter((one) => (given(one, "subnetId") ?? null) !== null);
  const associated = associations.map((one) => ({ subnets: subnetsOf(stack, one), tables: tables.namedBy(one, "routeTableId") }));
  const own = new Set<Key>([
    ...stack.ofKind("route-table", "default-route-table").map((table) => tables.tableOf(table)),
    ...ownVpcs(stack),
  ]);
  return new Map(
    stack.ofKind("subnet").flatMap((subnet) => {
      const mayConcern = associated.filter(({ subnets }) => includes(subnets, subnet.urn));
      const certain = mayConcern.filter(({ subnets }) => isOnly(subnets));
      const named = certain.length > 0 ? certain : mayConcern;
      const possible = [...named.map((one) => one.tables), ...(certain.length > 0 ? [] : [mainTable(stack, tables, subnet)])];
      if (possible.some((some) => some !== "any" && !some.every((table) => own.has(table)))) return [];
      if (possible.includes("any")) return [[subnet.urn, undefined] as const];
      const outcomes = new Set(possible.flatMap((some) => (some === "any" ? [] : some.map((table) => leadsOut(routes, table)))));
      return outcomes.size === 0 ? [] : [[subnet.urn, outcomes.size === 1 ? [...outcomes][0] : undefined] as const];
    }),
  );
}

/** VPCs that the stack creates. What an adopted VPC has already is unknown. */
function ownVpcs(stack: Stack): readonly Key[] {
  return stack.ofKind("vpc").flatMap(({ urn, type }) => (isAdopting(type) ? [] : [urn]));
}

/** The main table of a subnet's VPC: the one that another resource makes the main table, or the one that the VPC has from the start. */
function mainTable(stack: Stack, tables: RouteTables, subnet: StackResource): Tables {
  const vpc = stack.referenceOf(subnet, "vpcId", "vpc");
  if (vpc === undefined) return "any";
  const replacing = stack.ofKind("main-route-table-association").filter((one) => (stack.referenceOf(one, "vpcId", "vpc") ?? vpc) === vpc);
  const named = replacing.map((one) => tables.namedBy(one, "routeTableId"));
  return named.length === 0 ? [vpc] : named.includes("any") ? "any" : named.flatMap((some) => (some === "any" ? [] : some));
}

function subnetsOf(stack: Stack, association: StackResource): Tables {
  const named = stack.referenceOf(association, "subnetId", "subnet");
  if (named !== undefined) return [named];
  const dependencies = stack.dependencies(association, "subnetId");
  return dependencies.every((dependency) => stack.holdsAny(dependency, ["subnet"])) ? stack.candidates(dependencies, "subnet") : "any";
}

/** The tables of each route that leaves a VPC. */
function routesOut(stack: Stack, tables: RouteTables): readonly Tables[] {
  const inline = stack.ofKind("route-table", "default-route-table").filter(hasRouteOut);
  const separate = stack.ofKind("route").filter((route) => given(route, "gatewayId") !== "local");
  return [
    ...inline.map((table) => [tables.tableOf(table)]),
    ...[...separate, ...stack.ofKind("route-propagation")].map((route) => tables.namedBy(route, "routeTableId")),
    ...stack
      .ofKind("route-propagation")
      .flatMap((propagation) => listed(propagation, "routeTableIds").map(() => tables.namedBy(propagation, "routeTableIds"))),
  ];
}

/** Whether a table lists a route that leaves the VPC, or has one that another resource added. A list that is unknown has one. */
function hasRouteOut(table: StackResource): boolean {
  const routes = given(table, "routes") ?? (isList(table.outputs["routes"]) ? table.outputs["routes"] : []);
  const items = elements(routes);
  return (
    items === UNKNOWN ||
    items.some((route) => !isProperties(route) || route["gatewayId"] !== "local") ||
    listed(table, "propagatingVgws").length > 0
  );
}

/** The elements of a list; one if it is unknown. */
function listed(resource: StackResource, property: string): readonly Value[] {
  const items = elements(given(resource, property));
  return items === UNKNOWN ? [UNKNOWN] : items;
}

function leadsOut(routes: readonly Tables[], table: Key): Certainty {
  if (routes.some((tables) => isOnly(tables) && includes(tables, table))) return true;
  return routes.some((tables) => includes(tables, table)) ? undefined : false;
}

function includes(tables: Tables, table: Key): boolean {
  return tables === "any" || tables.includes(table);
}

function isOnly(tables: Tables): boolean {
  return tables !== "any" && tables.length === 1;
}
