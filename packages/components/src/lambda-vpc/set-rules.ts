import { SERVICES_RULE, servicesReach, type NetworkEndpoints } from "./service-reach";
import type { FunctionSetArgs } from "./lambda-vpc-args";
import { rejectArgument } from "../arguments/reject-argument";
import type { ReachArgs } from "../shared-vpc-config/reach";

/** The arguments of the shared configuration of a set. */
export type SetRules = Omit<FunctionSetArgs, "services" | "endpoints" | "gatewayEndpoints" | "formerly">;

/**
 * The rules of a set, with one for the interface endpoints of the network and one for each gateway endpoint that the set uses. Throws a
 * `pulumi.RunError` if the network has none, or if a rule has the same name.
 */
export function rulesOfSet(argument: string, set: Omit<FunctionSetArgs, "formerly">, network: NetworkEndpoints): SetRules {
  const { services = [], endpoints = false, gatewayEndpoints = false, ...rules } = set;
  const added: Readonly<Record<string, ReachArgs>> = {
    ...servicesReach(`${argument}.services`, services, network),
    ...(endpoints ? interfaceReach(argument, network) : {}),
    ...(gatewayEndpoints ? gatewayReach(argument, network) : {}),
  };
  const clash = Object.keys(added).find((name) => rules.reach?.[name] !== undefined);
  if (clash !== undefined)
    rejectArgument(
      `${argument}.reach.${clash}`,
      `${cause(clash, set)} creates a rule with this name. Rename the rule, or remove one of the two`,
    );
  return Object.keys(added).length === 0 ? rules : { ...rules, reach: { ...added, ...rules.reach } };
}

/** The argument of the set that adds the rule. */
function cause(rule: string, { endpoints, gatewayEndpoints }: FunctionSetArgs): string {
  if (rule === SERVICES_RULE) return endpoints === true ? "endpoints: true" : "services";
  return gatewayEndpoints === true ? "gatewayEndpoints: true" : "services";
}

function interfaceReach(argument: string, { endpointSecurityGroupId: securityGroupId }: NetworkEndpoints): Record<string, ReachArgs> {
  return securityGroupId === undefined
    ? rejectArgument(
        `${argument}.endpoints`,
        "The network has no interface endpoints. Add services to network.interfaceEndpoints, or remove endpoints",
      )
    : { [SERVICES_RULE]: { port: 443, securityGroupId } };
}

function gatewayReach(argument: string, { gatewayPrefixListIds = {} }: NetworkEndpoints): Record<string, ReachArgs> {
  const services = Object.entries(gatewayPrefixListIds);
  return services.length === 0
    ? rejectArgument(
        `${argument}.gatewayEndpoints`,
        "The network has no gateway endpoints. Add services to network.gatewayEndpoints, or remove gatewayEndpoints",
      )
    : Object.fromEntries(services.map(([service, prefixListId]) => [service, { port: 443, prefixListId }]));
}
