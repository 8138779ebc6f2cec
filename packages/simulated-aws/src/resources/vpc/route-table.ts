import type { RouteTable } from "../../account/rows/vpc-rows";
import type { Account } from "../../account/store/account";
import { createRouteTable, deleteRouteTable, findRouteTable } from "../../account/vpc/route-table";
import { objects, requiredText, textMap } from "../../property/read";
import { type Properties, isEqual } from "../../property/value";
import { computed, emptyMeansNone, optional, optionalComputed, regionFields, replacing, required, tagFields } from "../../schema/field";
import { arn } from "../../account/store/arn";
import type { ResourceType } from "../definition/resource-type";
import { destinationName, routeOf, routeTargets } from "./route-fields";

const DESTINATIONS = ["cidrBlock", "ipv6CidrBlock", "destinationPrefixListId"] as const;

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_route_table. */
export const routeTable: ResourceType = {
  token: "aws:ec2/routeTable:RouteTable",
  fields: {
    ...regionFields,
    ...tagFields,
    arn: computed("string"),
    ownerId: computed("string"),
    propagatingVgws: optionalComputed({ set: "string" }),
    routes: emptyMeansNone(
      optionalComputed({
        set: {
          object: {
            ...routeTargets,
            cidrBlock: optional("string"),
            destinationPrefixListId: optional("string"),
            ipv6CidrBlock: optional("string"),
          },
        },
      }),
    ),
    vpcId: replacing(required("string")),
  },
  create: (account, inputs) =>
    createRouteTable(account, { vpcId: requiredText(inputs, "vpcId"), region: requiredText(inputs, "region"), ...settings(inputs) }),
  describe: (account, id) => {
    const row = account.tables.routeTables.get(id);
    return (
      row && {
        arn: arn("ec2", row.region, account.id, `route-table/${id}`),
        ownerId: account.id,
        region: row.region,
        routes: row.routes.map(({ destination, target, targetId }) => ({
          [destinationName(destination, DESTINATIONS)]: destination,
          [target]: targetId,
        })),
        tagsAll: row.tags,
        vpcId: row.vpcId,
      }
    );
  },
  update: updateRouteTable,
  remove: deleteRouteTable,
};

/** Applies tags, and routes if the table's own ones changed: `Route` resources stay. `olds` holds the previous values. */
export function updateRouteTable(account: Account, id: string, inputs: Properties, olds: Properties): RouteTable {
  const { routes, ...others } = settings(inputs);
  const changed = !isEqual(inputs["routes"] ?? null, olds["routes"] ?? null);
  return account.tables.routeTables.put({ ...findRouteTable(account, id), ...others, ...(changed ? { routes } : {}) });
}

function settings(inputs: Properties) {
  return {
    routes: objects(inputs, "routes").flatMap((route) => routeOf(route, DESTINATIONS) ?? []),
    tags: textMap(inputs, "tagsAll"),
  };
}
