import { Nat, type NetworkArgs } from "./network-args";
import { refuse } from "../arguments/refuse";
import { shortServiceName } from "./service-name";

/** Arguments that say how subnets are made, which an adopting network does not. */
const ONLY_FOR_MADE = [
  "zones",
  "subnetPrefix",
  "takenCidrBlocks",
  "nat",
  "natZone",
  "internetGatewayId",
  "dualStack",
  "ipv6CidrBlock",
  "egressOnlyInternetGateway",
] as const;

/** Arguments that describe adopted subnets. */
const ONLY_FOR_ADOPTED = ["subnetCidrBlocks", "routeTableIds"] as const;

/** Stops at arguments that contradict each other; geometry is the plan's to judge. Throws a `pulumi.RunError`. */
export function refuseMistakes(name: string, args: NetworkArgs): void {
  refuseTwice(`${name}.gatewayEndpoints`, args.gatewayEndpoints);
  refuseTwice(`${name}.interfaceEndpoints`, args.interfaceEndpoints);
  if (args.subnetIds === undefined) refuseMaking(name, args);
  else refuseAdopting(name, args);
}

function refuseAdopting(name: string, args: NetworkArgs): void {
  const wrong = ONLY_FOR_MADE.find((key) => args[key] !== undefined);
  if (wrong !== undefined)
    refuse(`${name}.${wrong}`, "it says how subnets are made, and subnetIds adopts existing ones; leave out one of the two");
  if (args.vpcId === undefined) refuse(`${name}.vpcId`, "say which VPC the adopted subnets are in");
  if (args.gatewayEndpoints?.length && args.routeTableIds === undefined)
    refuse(`${name}.routeTableIds`, "gateway endpoints of adopted subnets need their route tables");
  if (args.interfaceEndpoints?.length && args.cidrBlock === undefined && args.subnetCidrBlocks === undefined)
    refuse(`${name}.subnetCidrBlocks`, "interface endpoints let in the subnets' ranges; give these, or the VPC's cidrBlock");
}

function refuseMaking(name: string, args: NetworkArgs): void {
  const { vpcId, zones = [], nat = Nat.None, dualStack = false } = args;
  const wrong = ONLY_FOR_ADOPTED.find((key) => args[key] !== undefined);
  if (wrong !== undefined) refuse(`${name}.${wrong}`, "it describes adopted subnets; name these in subnetIds, or leave it out");
  if (args.cidrBlock === undefined)
    refuse(
      `${name}.cidrBlock`,
      `give the IPv4 range to lay subnets out in, such as "10.0.0.0/16"${vpcId === undefined ? "" : ", or subnetIds to adopt subnets"}`,
    );
  if (args.zones === undefined) refuse(`${name}.zones`, 'name 1 to 6 availability zones, such as ["us-east-1a", "us-east-1b"]');
  if (!dualStack && args.egressOnlyInternetGateway) refuse(`${name}.egressOnlyInternetGateway`, "it leads IPv6 out; set dualStack too");
  if (!dualStack && args.ipv6CidrBlock !== undefined) refuse(`${name}.ipv6CidrBlock`, "it is for dual stack; set dualStack too");
  if (dualStack && vpcId !== undefined && args.ipv6CidrBlock === undefined)
    refuse(`${name}.ipv6CidrBlock`, "dual stack in an existing VPC needs the /56 of it");
  if (vpcId === undefined && (args.ipv6CidrBlock ?? args.internetGatewayId) !== undefined)
    refuse(`${name}.vpcId`, "ipv6CidrBlock and internetGatewayId are those of an existing VPC; name it, or leave them out");
  if (nat !== Nat.None && vpcId !== undefined && args.internetGatewayId === undefined)
    refuse(`${name}.internetGatewayId`, "NAT in an existing VPC needs its internet gateway, of which a VPC has one");
  if (nat !== Nat.One && args.natZone !== undefined) refuse(`${name}.natZone`, `it is for nat "${Nat.One}"; set that, or leave it out`);
  if (nat === Nat.One && zones.length > 1 && args.natZone === undefined)
    refuse(`${name}.natZone`, `name the zone of the NAT gateway (${zones.join(", ")}), so that it stays where it is when zones are added`);
}

function refuseTwice(where: string, services: readonly string[] = []): void {
  const names = services.map(shortServiceName);
  const twice = names.find((service, index) => names.indexOf(service) !== index);
  if (twice !== undefined) refuse(where, `${twice} is named twice; name each service once`);
}
