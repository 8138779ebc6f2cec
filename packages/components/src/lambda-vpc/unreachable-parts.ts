import { hasPublicAddress, rangesOverlap } from "@lambda-vpc/model";
import type { LambdaVpcArgs } from "./lambda-vpc-args";
import { placeIn } from "./network-place";
import { Nat, type NetworkDescription } from "../network/network-args";
import { factsOfDescription, type NetworkFacts } from "../network/network-facts";
import { shortServiceName } from "../network/service-name";
import { type Destination, mayAllow, mayReach, outboundRules } from "../shared-vpc-config/outbound-rules";
import { egressRule, type ReachArgs } from "../shared-vpc-config/reach";

const INTERNET_IPV4: Destination = { overlaps: (cidr) => (cidr.includes(":") ? false : hasPublicAddress(cidr)), inPrefixLists: true };
const INTERNET_IPV6: Destination = { overlaps: (cidr) => (cidr.includes(":") ? hasPublicAddress(cidr) : false), inPrefixLists: true };

/** Endpoints answer HTTPS. */
const HTTPS = 443;

/**
 * The parts of the network that the rules of no set allow, each as a warning with the remedy. Nothing is reported that a rule of an existing
 * group or an unknown value may allow, and nothing of a network that others use too.
 */
export function unusedParts(name: string, { network, sets }: LambdaVpcArgs): readonly string[] {
  return network === undefined ? [] : unusedPartsOf(`${name}.network`, network, sets);
}

/**
 * The targets of sets to which the network has no route, each with the remedies. Raw rules in `egress` are not judged: their routes can be
 * those of other programs.
 */
export function missingRoutes(name: string, args: LambdaVpcArgs, facts: NetworkFacts): readonly string[] {
  return Object.keys(args.sets).flatMap((set) => missingRoutesOf(name, set, args, facts));
}

function unusedPartsOf(argument: string, network: NetworkDescription, sets: LambdaVpcArgs["sets"]): readonly string[] {
  const described = Object.values(sets);
  const rules = described.map(outboundRules);
  const noneReaches = (destination: Destination): boolean => !rules.some((one) => mayReach(one, destination));
  const { nat = Nat.None, egressOnlyInternetGateway } = network;
  const { gatewayServices, interfaceServices, endpointRanges } = factsOfDescription(network);
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
  const unnamed = gatewayServices.filter((service) => !named.includes(service));
  if (unnamed.length > 0 && !described.some((set) => set.gatewayEndpoints) && noneReaches(gatewayDestination))
    warnings.push(
      `${argument}.gatewayEndpoints: No set may reach ${unnamed.join(", ")}. Add it to the services of the sets that call it, or remove it from the network.`,
    );
  // Interface endpoints share one group: a set that may reach one of them may reach all.
  const usesInterfaces = described.some(({ endpoints }) => endpoints) || interfaceServices.some((service) => named.includes(service));
  if (interfaceServices.length > 0 && !usesInterfaces && noneReaches(interfaceDestination(endpointRanges)))
    warnings.push(
      `${argument}.interfaceEndpoints: No set may reach ${interfaceServices.join(", ")}. Add it to the services of the sets that call it, or remove it from the network.`,
    );
  return warnings;
}

/** The public addresses of a service with a gateway endpoint (docs/aws-facts.md#gateway-endpoint-access). */
const gatewayDestination: Destination = { overlaps: hasPublicAddress, inPrefixLists: true, port: HTTPS };

/** Addresses of interface endpoints are in the subnets. */
function interfaceDestination(ranges: readonly string[]): Destination {
  return { overlaps: (cidr) => ranges.some((range) => rangesOverlap(range, cidr) !== false), inPrefixLists: true, port: HTTPS };
}

/** The targets of a set that the network certainly has no route to. */
function missingRoutesOf(name: string, set: string, args: LambdaVpcArgs, facts: NetworkFacts): readonly string[] {
  return Object.entries(args.sets[set]?.reach ?? {}).flatMap(([target, reach]) => {
    const argument = `${name}.sets.${set}.reach.${target}`;
    const { cidr, ipv6Cidr } = reach;
    if (facts.internet === false && typeof cidr === "string" && INTERNET_IPV4.overlaps(cidr) === true && !reachesEndpoint(reach, facts))
      return [
        `${argument}: The network has no NAT gateway, so calls to public addresses in ${cidr} time out. Set ${placeIn(args, "nat")}, add the services that it is for to ${placeIn(args, "interfaceEndpoints")} and to services of the set, or limit cidr to the VPC.`,
      ];
    if (facts.internetIpv6 === false && typeof ipv6Cidr === "string" && isInternetIpv6(ipv6Cidr))
      return [
        `${argument}: The network has no route to the internet over IPv6, so calls to ${ipv6Cidr} time out. Set ${placeIn(args, "dualStack")} and ${placeIn(args, "egressOnlyInternetGateway")} to true, or remove ipv6Cidr.`,
      ];
    return [];
  });
}

/** Whether a target includes endpoints of the network, which need no NAT gateway. */
function reachesEndpoint(reach: ReachArgs, { gatewayServices, interfaceServices, endpointRanges }: NetworkFacts): boolean {
  const rule = egressRule("", reach);
  return (
    (gatewayServices.length > 0 && mayAllow(rule, gatewayDestination)) ||
    (interfaceServices.length > 0 && mayAllow(rule, interfaceDestination(endpointRanges)))
  );
}

/** A range that is larger than the range of any VPC, whose addresses are a /56 or smaller. */
function isInternetIpv6(cidr: string): boolean {
  return hasPublicAddress(cidr) === true && Number(cidr.slice(cidr.indexOf("/") + 1)) < 16;
}
