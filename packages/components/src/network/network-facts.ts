import type { ExistingNetwork } from "./existing-network";
import { Nat, type NetworkDescription } from "./network-args";
import { shortServiceName } from "./service-name";

/** What functions can reach through a network. A fact that the program does not show is undefined, or an empty list. */
export interface NetworkFacts {
  /** Whether there is a route to the internet over IPv4. Undefined if the program does not show it. */
  readonly internet: boolean | undefined;
  /** Whether there is a route to the internet over IPv6. Undefined if the program does not show it. */
  readonly internetIpv6: boolean | undefined;
  /** The services of the gateway endpoints by their short names. */
  readonly gatewayServices: readonly string[];
  /** The services of the interface endpoints by their short names. */
  readonly interfaceServices: readonly string[];
  /** Ranges that contain the addresses of the interface endpoints. */
  readonly endpointRanges: readonly string[];
}

/** The facts of a network from its description. Routes of adopted subnets are not shown. */
export function factsOfDescription(network: NetworkDescription): NetworkFacts {
  const { cidrBlock, subnetCidrBlocks = [], subnetIds, nat = Nat.None, egressOnlyInternetGateway = false } = network;
  const created = subnetIds === undefined;
  return {
    internet: created ? nat !== Nat.None : undefined,
    internetIpv6: created ? egressOnlyInternetGateway : undefined,
    gatewayServices: (network.gatewayEndpoints ?? []).map(shortServiceName),
    interfaceServices: (network.interfaceEndpoints ?? []).map(shortServiceName),
    endpointRanges: cidrBlock === undefined ? subnetCidrBlocks : [cidrBlock],
  };
}

/** The facts of a network that others use too. */
export function factsOfExisting(network: ExistingNetwork): NetworkFacts {
  const { internet, internetIpv6, gatewayPrefixListIds = {}, interfaceServices = [], subnetCidrBlocks = [] } = network;
  return {
    internet,
    internetIpv6,
    gatewayServices: Object.keys(gatewayPrefixListIds),
    interfaceServices: interfaceServices.map(shortServiceName),
    endpointRanges: subnetCidrBlocks,
  };
}
