import type { Key } from "@lambda-vpc/model";
import { isReferent } from "../stack/aws-types";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import { elements, isProperties, UNKNOWN, type Value } from "../stack/value";

/** Public subnets: those with `mapPublicIpOnLaunch`, or with a route to an internet gateway. */
export function publicSubnets(stack: Stack): ReadonlySet<Key> {
  const bySetting = stack.ofKind("subnet").filter((subnet) => given(subnet, "mapPublicIpOnLaunch") === true);
  const tables = publicRouteTables(stack);
  const byRoute = stack.ofKind("route-table-association").flatMap((association) => {
    const table = stack.referenceOf(association, "routeTableId", "route-table");
    const subnet = stack.referenceOf(association, "subnetId", "subnet");
    return table !== undefined && subnet !== undefined && tables.has(table) ? [subnet] : [];
  });
  return new Set([...bySetting.map(({ urn }) => urn), ...byRoute]);
}

function publicRouteTables(stack: Stack): ReadonlySet<Key> {
  const inline = stack.ofKind("route-table").filter((table) => {
    const routes = elements(given(table, "routes"));
    return (
      routes !== UNKNOWN &&
      routes.some((route) => isProperties(route) && targetsInternetGateway(stack, table, "routes", route["gatewayId"]))
    );
  });
  const separate = stack.ofKind("route").filter((route) => targetsInternetGateway(stack, route, "gatewayId", given(route, "gatewayId")));
  return new Set([
    ...inline.map(({ urn }) => urn),
    ...separate.flatMap((route) => stack.referenceOf(route, "routeTableId", "route-table") ?? []),
  ]);
}

function targetsInternetGateway(stack: Stack, resource: StackResource, property: string, gateway: Value | undefined): boolean {
  if (typeof gateway === "string") return gateway.startsWith("igw-");
  return gateway === UNKNOWN && stack.dependencies(resource, property).some(({ type }) => isReferent(type, "internet-gateway"));
}
