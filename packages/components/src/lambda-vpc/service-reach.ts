import { rejectArgument } from "../arguments/reject-argument";
import { shortServiceName } from "../network/service-name";
import { GATEWAY_SERVICES } from "../network/validate-network-args";
import type { ReachArgs } from "../shared-vpc-config/reach";

/** The endpoints of a network that sets can reach. */
export interface NetworkEndpoints {
  readonly endpointSecurityGroupId?: NonNullable<ReachArgs["securityGroupId"]>;
  readonly gatewayPrefixListIds?: Readonly<Record<string, NonNullable<ReachArgs["prefixListId"]>>>;
  /** The services of the interface endpoints by their short names. */
  readonly interfaceServices?: readonly string[];
}

/** The name of the rule for interface endpoints. They share one security group, so one rule allows all of them. */
export const SERVICES_RULE = "endpoints";

/**
 * The targets for the `reach` of a `SharedVpcConfig`: services by name, such as `s3` or `sqs`, through the endpoints of `network`.
 *
 * ```ts
 * new SharedVpcConfig("orders", { vpcId, subnetIds, reach: { ...serviceReach(network, "s3", "sqs") } });
 * ```
 *
 * Throws a `pulumi.RunError` for a service without an endpoint.
 */
export function serviceReach(network: NetworkEndpoints, ...services: readonly string[]): Record<string, ReachArgs> {
  return servicesReach("serviceReach", services, network);
}

/** The rules for services by name. Throws a `pulumi.RunError` for a service without an endpoint. */
export function servicesReach(argument: string, services: readonly string[], network: NetworkEndpoints): Record<string, ReachArgs> {
  return Object.fromEntries(services.map((service) => ruleOf(argument, shortServiceName(service), network)));
}

function ruleOf(
  argument: string,
  service: string,
  { endpointSecurityGroupId: securityGroupId, gatewayPrefixListIds = {}, interfaceServices = [] }: NetworkEndpoints,
): readonly [string, ReachArgs] {
  const prefixListId = gatewayPrefixListIds[service];
  if (prefixListId !== undefined) return [service, { port: 443, prefixListId }];
  if (interfaceServices.includes(service) && securityGroupId !== undefined) return [SERVICES_RULE, { port: 443, securityGroupId }];
  const kind = GATEWAY_SERVICES.includes(service) ? "gatewayEndpoints" : "interfaceEndpoints";
  return rejectArgument(argument, `The network has no endpoint of ${service}. Add ${service} to ${kind} of the network, or remove it here`);
}
