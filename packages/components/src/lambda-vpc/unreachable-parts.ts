import { hasPublicAddress, rangesOverlap } from "@lambda-vpc/model";
import type { LambdaVpcArgs } from "./lambda-vpc-args";
import { Nat, type NetworkDescription } from "../network/network-args";
import { shortServiceName } from "../network/service-name";
import { type Destination, mayAllow, mayReach, outboundRules } from "../shared-vpc-config/outbound-rules";
import { egressRule } from "../shared-vpc-config/reach";

const INTERNET_IPV4: Destination = { overlaps: (cidr) => (cidr.includes(":") ? false : hasPublicAddress(cidr)), inPrefixLists: true };
const INTERNET_IPV6: Destination = { overlaps: (cidr) => (cidr.includes(":") ? hasPublicAddress(cidr) : false), inPrefixLists: true };

/** Endpoints answer HTTPS. */
const HTTPS = 443;

/**
 * The parts of the network that the rules of no set allow, each as a warning with the remedy. Nothing is reported that a rule of an existing
 * group or an unknown value may allow.
 */
export function unusedParts(name: string, args: LambdaVpcArgs): readonly string[] {
  return unusedPartsOf(`${name}.network`, args);
}

/**
 * The targets of sets to which the network has no route, each with the remedies. Raw rules in `egress` are not judged: their routes can be
 * those of other programs.
 */
export function missingRoutes(name: string, args: LambdaVpcArgs): readonly string[] {
  return Object.keys(args.sets).flatMap((set) => missingRoutesOf(name, set, args));
}

function unusedPartsOf(argument: string, { network, sets }: LambdaVpcArgs): readonly string[] {
  const described = Object.values(sets);
  const rules = described.map(outboundRules);
  const noneReaches = (destination: Destination): boolean => !rules.some((one) => mayReach(one, destination));
  const { nat = Nat.None, egressOnlyInternetGateway, gatewayEndpoints = [], interfaceEndpoints = [] } = network;
  const warnings: string[] = [];
  if (nat !== Nat.None && noneReaches(INTERNET_IPV4))
    warnings.push(
      `${argument}.nat: No set may reach the internet, so no function uses the NAT gateways. Add a public target to the reach of a set, such as { port: 443, cidr: "0.0.0.0/0" }, or remove nat.`,
    );
  if (egressOnlyInternetGateway === true && noneReaches(INTERNET_IPV6))
    warnings.push(
      `${argument}.egressOnlyInternetGateway: No set may reach the internet over IPv6, so no function uses it. Add a target to the reach of a set, such as { port: 443, ipv6Cidr: "::/0" }, or remove egressOnlyInternetGateway.`,
    );
  const named = described.flatMap(({ services = [] }) => services).map(shortServiceName);
  const unnamed = gatewayEndpoints.map(shortServiceName).filter((service) => !named.includes(service));
  if (unnamed.length > 0 && !described.some((set) => set.gatewayEndpoints) && noneReaches(gatewayDestination))
    warnings.push(
      `${argument}.gatewayEndpoints: No set may reach ${unnamed.join(", ")}. Add it to the services of the sets that call it, or remove it from the network.`,
    );
  // Interface endpoints share one group: a set that may reach one of them may reach all.
  const interfaces = interfaceEndpoints.map(shortServiceName);
  const usesInterfaces = described.some(({ endpoints }) => endpoints) || interfaces.some((service) => named.includes(service));
  if (interfaces.length > 0 && !usesInterfaces && noneReaches(interfaceDestination(network)))
    warnings.push(
      `${argument}.interfaceEndpoints: No set may reach ${interfaces.join(", ")}. Add it to the services of the sets that call it, or remove it from the network.`,
    );
  return warnings;
}

/** The public addresses of a service with a gateway endpoint (docs/aws-facts.md#gateway-endpoint-access). */
const gatewayDestination: Destination = { overlaps: hasPublicAddress, inPrefixLists: true, port: HTTPS };

/** Addresses of interface endpoints are in the subnets. */
function interfaceDestination({ cidrBlock, subnetCidrBlocks = [] }: NetworkDescription): Destination {
  const ranges = cidrBlock === undefined ? subnetCidrBlocks : [cidrBlock];
  return { overlaps: (cidr) => ranges.some((range) => rangesOverlap(range, cidr) !== false), inPrefixLists: true, port: HTTPS };
}

/** The targets of a set that a created network has no route to. Routes of adopted subnets are not shown. */
function missingRoutesOf(name: string, set: string, { network, sets }: LambdaVpcArgs): readonly string[] {
  if (network.subnetIds !== undefined) return [];
  return Object.entries(sets[set]?.reach ?? {}).flatMap(([target, reach]) => {
    const argument = `${name}.sets.${set}.reach.${target}`;
    const { cidr, ipv6Cidr } = reach;
    if (network.nat === undefined || network.nat === Nat.None)
      if (typeof cidr === "string" && INTERNET_IPV4.overlaps(cidr) === true && !reachesEndpoint(reach, network))
        return [
          `${argument}: The network has no NAT gateway, so calls to public addresses in ${cidr} time out. Set network.nat, add the services that it is for to network.interfaceEndpoints and to services of the set, or limit cidr to the VPC.`,
        ];
    if (network.egressOnlyInternetGateway !== true && typeof ipv6Cidr === "string" && isInternetIpv6(ipv6Cidr))
      return [
        `${argument}: The network has no route to the internet over IPv6, so calls to ${ipv6Cidr} time out. Set network.dualStack and network.egressOnlyInternetGateway to true, or remove ipv6Cidr.`,
      ];
    return [];
  });
}

/** Whether a target includes endpoints of the network, which need no NAT gateway. */
function reachesEndpoint(reach: Parameters<typeof egressRule>[1], network: NetworkDescription): boolean {
  const { gatewayEndpoints = [], interfaceEndpoints = [] } = network;
  const rule = egressRule("", reach);
  return (
    (gatewayEndpoints.length > 0 && mayAllow(rule, gatewayDestination)) ||
    (interfaceEndpoints.length > 0 && mayAllow(rule, interfaceDestination(network)))
  );
}

/** A range that is larger than the range of any VPC, whose addresses are a /56 or smaller. */
function isInternetIpv6(cidr: string): boolean {
  return hasPublicAddress(cidr) === true && Number(cidr.slice(cidr.indexOf("/") + 1)) < 16;
}
