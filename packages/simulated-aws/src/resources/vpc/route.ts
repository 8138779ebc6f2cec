import { createHash } from "node:crypto";
import type { Account } from "../../account/store/account";
import { AwsError } from "../../account/store/aws-error";
import { createRoute, replaceRoute } from "../../account/vpc/route-table";
import type { Route } from "../../account/rows/vpc-rows";
import { requiredText } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, optional, regionFields, replacing, required } from "../../schema/field";
import type { ResourceType } from "../definition/resource-type";
import { destinationName, routeOf, routeTargets } from "./route-fields";

const DESTINATIONS = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"] as const;

/** Source of the fields and of the id's form, also for import: docs/aws-facts.md#provider-fields, aws_route. */
export const route: ResourceType = {
  token: "aws:ec2/route:Route",
  fields: {
    ...regionFields,
    ...routeTargets,
    destinationCidrBlock: replacing(optional("string")),
    destinationIpv6CidrBlock: replacing(optional("string")),
    destinationPrefixListId: replacing(optional("string")),
    instanceId: computed("string"),
    instanceOwnerId: computed("string"),
    origin: computed("string"),
    routeTableId: replacing(required("string")),
    state: computed("string"),
  },
  create: (account, inputs) => {
    const [tableId, wanted] = [requiredText(inputs, "routeTableId"), requiredRoute(inputs)];
    createRoute(account, tableId, wanted);
    return { id: idOf(tableId, wanted.destination) };
  },
  describe: (account, id, outputs) => {
    const found = findRoute(account, id, outputs);
    return (
      found && {
        [destinationName(found.route.destination, DESTINATIONS)]: found.route.destination,
        [found.route.target]: found.route.targetId,
        instanceId: "",
        instanceOwnerId: "",
        origin: "CreateRoute",
        routeTableId: found.tableId,
        state: "active",
      }
    );
  },
  update: (account, id, inputs) => {
    const wanted = requiredRoute(inputs);
    replaceRoute(account, requiredText(inputs, "routeTableId"), wanted.destination, wanted);
    return { id };
  },
  remove: (account, _, outputs) => {
    replaceRoute(account, requiredText(outputs, "routeTableId"), requiredRoute(outputs).destination, undefined);
  },
};

function requiredRoute(properties: Properties): Route {
  const wanted = routeOf(properties, DESTINATIONS);
  if (wanted === undefined) throw new AwsError("MissingParameter", "A route must have one destination and one target");
  return wanted;
}

/** The id of a route does not contain its destination. An import specifies both: `rtb-…_10.0.0.0/8`. */
function findRoute(account: Account, id: string, outputs: Properties): { readonly tableId: string; readonly route: Route } | undefined {
  const imported = id.split("_");
  const tableId = imported.length === 2 ? imported[0] : outputs["routeTableId"];
  const destination = imported.length === 2 ? imported[1] : routeOf(outputs, DESTINATIONS)?.destination;
  if (typeof tableId !== "string") return undefined;
  const found = account.tables.routeTables.get(tableId)?.routes.find((one) => one.destination === destination);
  return found && { tableId, route: found };
}

function idOf(tableId: string, destination: string): string {
  return `r-${tableId}${createHash("sha256").update(destination).digest().readUInt32BE()}`;
}
