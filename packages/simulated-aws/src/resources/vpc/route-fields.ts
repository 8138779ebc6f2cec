import type { Route } from "../../account/rows/vpc-rows";
import { text } from "../../property/read";
import type { Properties } from "../../property/value";
import { type Fields, optional } from "../../schema/field";

/** The possible targets of a route, one of which must be set. Source: docs/aws-facts.md#provider-fields, aws_route. */
const TARGETS = [
  "carrierGatewayId",
  "coreNetworkArn",
  "egressOnlyGatewayId",
  "gatewayId",
  "localGatewayId",
  "natGatewayId",
  "networkInterfaceId",
  "odbNetworkArn",
  "transitGatewayId",
  "vpcEndpointId",
  "vpcPeeringConnectionId",
] as const;

export const routeTargets: Fields = Object.fromEntries(TARGETS.map((name) => [name, optional("string")]));

/** The route in `properties`, which hold one of `destinations` and one of the targets. Undefined otherwise. */
export function routeOf(properties: Properties, destinations: readonly string[]): Route | undefined {
  const destination = destinations.map((name) => text(properties, name)).find((value) => value !== undefined);
  const target = TARGETS.find((name) => text(properties, name) !== undefined);
  const targetId = target && text(properties, target);
  return destination === undefined || target === undefined || targetId === undefined ? undefined : { destination, target, targetId };
}

/** The name among `[ipv4, ipv6, prefixList]` for this kind of destination. */
export function destinationName(destination: string, [ipv4, ipv6, prefixList]: readonly [string, string, string]): string {
  if (destination.startsWith("pl-")) return prefixList;
  return destination.includes(":") ? ipv6 : ipv4;
}
