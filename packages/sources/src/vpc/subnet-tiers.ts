import type { Key } from "@lambda-vpc/model";
import { publicSubnets } from "./public-subnets";
import type { Stack } from "../stack/stack";
import { given } from "../stack/stack-resource";
import { elements, UNKNOWN } from "../stack/value";

/** How far a subnet reaches: to the internet and back, out through something else such as a NAT gateway, or only within its VPC. */
export type SubnetTier = "public" | "private" | "isolated";

/** The tier of each subnet of the stack. A subnet whose routes are unknown has none. */
export function subnetTiers(stack: Stack): ReadonlyMap<Key, SubnetTier> {
  const publicKeys = publicSubnets(stack);
  const routed = routedTables(stack);
  const associations = stack.ofKind("route-table-association");
  const tables = new Map(
    associations.flatMap((association) => {
      const subnet = stack.referenceOf(association, "subnetId", "subnet");
      return subnet === undefined ? [] : [[subnet, stack.referenceOf(association, "routeTableId", "route-table")] as const];
    }),
  );
  return new Map(
    stack.ofKind("subnet").flatMap(({ urn }): readonly (readonly [Key, SubnetTier])[] => {
      if (publicKeys.has(urn)) return [[urn, "public"]];
      if (!tables.has(urn)) return [[urn, "isolated"]];
      const reach = routed.get(tables.get(urn) ?? "");
      return reach === UNKNOWN || tables.get(urn) === undefined ? [] : [[urn, reach === true ? "private" : "isolated"]];
    }),
  );
}

/** The route tables with a route of the program, or with routes that are unknown. */
function routedTables(stack: Stack): ReadonlyMap<Key, true | typeof UNKNOWN> {
  const inline = stack.ofKind("route-table").flatMap((table): readonly (readonly [Key, true | typeof UNKNOWN])[] => {
    const routes = elements(given(table, "routes"));
    if (routes === UNKNOWN) return [[table.urn, UNKNOWN]];
    return routes.length > 0 ? [[table.urn, true]] : [];
  });
  const separate = stack.ofKind("route").flatMap((route): readonly (readonly [Key, true])[] => {
    const table = stack.referenceOf(route, "routeTableId", "route-table");
    return table === undefined ? [] : [[table, true]];
  });
  return new Map([...inline, ...separate]);
}
