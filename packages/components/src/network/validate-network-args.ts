import { Nat, type NetworkArgs } from "./network-args";
import { rejectArgument } from "../arguments/reject-argument";
import { shortServiceName } from "./service-name";

/** Arguments that say how subnets are made, which an adopting network does not. */
const CREATION_ARGS = [
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
const ADOPTION_ARGS = ["subnetCidrBlocks", "routeTableIds"] as const;

/** Stops at arguments that contradict each other; geometry is the plan's to judge. Throws a `pulumi.RunError`. */
export function validateNetworkArgs(name: string, args: NetworkArgs): void {
  rejectDuplicates(`${name}.gatewayEndpoints`, args.gatewayEndpoints);
  rejectDuplicates(`${name}.interfaceEndpoints`, args.interfaceEndpoints);
  if (args.subnetIds === undefined) validateCreationArgs(name, args);
  else validateAdoptionArgs(name, args);
}

function validateAdoptionArgs(name: string, args: NetworkArgs): void {
  const conflicting = CREATION_ARGS.find((key) => args[key] !== undefined);
  if (conflicting !== undefined)
    rejectArgument(`${name}.${conflicting}`, "it says how subnets are made, and subnetIds adopts existing ones; leave out one of the two");
  if (args.vpcId === undefined) rejectArgument(`${name}.vpcId`, "say which VPC the adopted subnets are in");
  if (args.gatewayEndpoints?.length && args.routeTableIds === undefined)
    rejectArgument(`${name}.routeTableIds`, "gateway endpoints of adopted subnets need their route tables");
  if (args.interfaceEndpoints?.length && args.cidrBlock === undefined && args.subnetCidrBlocks === undefined)
    rejectArgument(`${name}.subnetCidrBlocks`, "interface endpoints let in the subnets' ranges; give these, or the VPC's cidrBlock");
}

function validateCreationArgs(name: string, args: NetworkArgs): void {
  const { vpcId, zones = [], nat = Nat.None, dualStack = false } = args;
  const conflicting = ADOPTION_ARGS.find((key) => args[key] !== undefined);
  if (conflicting !== undefined)
    rejectArgument(`${name}.${conflicting}`, "it describes adopted subnets; name these in subnetIds, or leave it out");
  if (args.cidrBlock === undefined)
    rejectArgument(
      `${name}.cidrBlock`,
      `give the IPv4 range to lay subnets out in, such as "10.0.0.0/16"${vpcId === undefined ? "" : ", or subnetIds to adopt subnets"}`,
    );
  if (args.zones === undefined) rejectArgument(`${name}.zones`, 'name 1 to 6 availability zones, such as ["us-east-1a", "us-east-1b"]');
  if (!dualStack && args.egressOnlyInternetGateway)
    rejectArgument(`${name}.egressOnlyInternetGateway`, "it leads IPv6 out; set dualStack too");
  if (!dualStack && args.ipv6CidrBlock !== undefined) rejectArgument(`${name}.ipv6CidrBlock`, "it is for dual stack; set dualStack too");
  if (dualStack && vpcId !== undefined && args.ipv6CidrBlock === undefined)
    rejectArgument(`${name}.ipv6CidrBlock`, "dual stack in an existing VPC needs the /56 of it");
  if (vpcId === undefined && (args.ipv6CidrBlock ?? args.internetGatewayId) !== undefined)
    rejectArgument(`${name}.vpcId`, "ipv6CidrBlock and internetGatewayId are those of an existing VPC; name it, or leave them out");
  if (nat !== Nat.None && vpcId !== undefined && args.internetGatewayId === undefined)
    rejectArgument(`${name}.internetGatewayId`, "NAT in an existing VPC needs its internet gateway, of which a VPC has one");
  if (nat !== Nat.One && args.natZone !== undefined)
    rejectArgument(`${name}.natZone`, `it is for nat "${Nat.One}"; set that, or leave it out`);
  if (nat === Nat.One && zones.length > 1 && args.natZone === undefined)
    rejectArgument(
      `${name}.natZone`,
      `name the zone of the NAT gateway (${zones.join(", ")}), so that it stays where it is when zones are added`,
    );
}

function rejectDuplicates(argument: string, services: readonly string[] = []): void {
  const names = services.map(shortServiceName);
  const duplicate = names.find((service, index) => names.indexOf(service) !== index);
  if (duplicate !== undefined) rejectArgument(argument, `${duplicate} is named twice; name each service once`);
}
