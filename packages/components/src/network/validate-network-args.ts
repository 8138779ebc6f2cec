import { Nat, type NetworkArgs } from "./network-args";
import { rejectArgument } from "../arguments/reject-argument";
import { checkNetworkTypes } from "./check-network-types";
import { shortServiceName } from "./service-name";

/** Arguments that control how subnets are created. They do not apply to adopted subnets. */
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

/** The services that have gateway endpoints (docs/aws-facts.md#gateway-endpoint-access). */
export const GATEWAY_SERVICES: readonly string[] = ["s3", "s3express", "dynamodb"];

/**
 * Rejects arguments of the wrong type and arguments that contradict each other. The plan checks ranges and sizes. Throws a
 * `pulumi.RunError`.
 */
export function validateNetworkArgs(name: string, args: NetworkArgs): void {
  checkNetworkTypes(name, args);
  rejectOtherGatewayServices(`${name}.gatewayEndpoints`, args.gatewayEndpoints);
  rejectDuplicates(`${name}.gatewayEndpoints`, args.gatewayEndpoints);
  rejectDuplicates(`${name}.interfaceEndpoints`, args.interfaceEndpoints);
  if (args.subnetIds === undefined) validateCreationArgs(name, args);
  else validateAdoptionArgs(name, args);
}

function validateAdoptionArgs(name: string, args: NetworkArgs): void {
  const conflicting = CREATION_ARGS.find((key) => args[key] !== undefined);
  if (conflicting !== undefined)
    rejectArgument(`${name}.${conflicting}`, "It applies to created subnets, but subnetIds adopts existing ones. Remove one of the two");
  if (args.vpcId === undefined) rejectArgument(`${name}.vpcId`, "Specify the VPC of the adopted subnets");
  const { routeTableIds = [] } = args;
  if (args.gatewayEndpoints?.length && Array.isArray(routeTableIds) && routeTableIds.length === 0)
    rejectArgument(`${name}.routeTableIds`, "Specify the route tables of the adopted subnets. Gateway endpoints need them");
  if (args.interfaceEndpoints?.length && args.cidrBlock === undefined && !args.subnetCidrBlocks?.length)
    rejectArgument(
      `${name}.subnetCidrBlocks`,
      "Specify the ranges of the adopted subnets, or the cidrBlock of the VPC. Interface endpoints allow traffic from them",
    );
}

function validateCreationArgs(name: string, args: NetworkArgs): void {
  const { vpcId, zones = [], nat = Nat.None, dualStack = false } = args;
  const conflicting = ADOPTION_ARGS.find((key) => args[key] !== undefined);
  if (conflicting !== undefined)
    rejectArgument(`${name}.${conflicting}`, "It describes adopted subnets, but subnetIds is not set. Set subnetIds, or remove it");
  if (args.cidrBlock === undefined)
    rejectArgument(
      `${name}.cidrBlock`,
      `Specify the IPv4 range for subnets, such as "10.0.0.0/16"${vpcId === undefined ? "" : ", or set subnetIds to adopt subnets"}`,
    );
  if (args.zones === undefined) rejectArgument(`${name}.zones`, 'Specify 1 to 6 Availability Zones, such as ["us-east-1a", "us-east-1b"]');
  if (!dualStack && args.egressOnlyInternetGateway)
    rejectArgument(`${name}.egressOnlyInternetGateway`, "It requires IPv6. Set dualStack to true");
  if (!dualStack && args.ipv6CidrBlock !== undefined)
    rejectArgument(`${name}.ipv6CidrBlock`, "It applies to dual stack. Set dualStack to true");
  if (dualStack && vpcId !== undefined && args.ipv6CidrBlock === undefined)
    rejectArgument(`${name}.ipv6CidrBlock`, "Specify the IPv6 range of the existing VPC. Dual stack needs it");
  if (vpcId === undefined && (args.ipv6CidrBlock ?? args.internetGatewayId) !== undefined)
    rejectArgument(`${name}.vpcId`, "ipv6CidrBlock and internetGatewayId apply to an existing VPC. Set vpcId, or remove them");
  if (nat !== Nat.None && vpcId !== undefined && args.internetGatewayId === undefined)
    rejectArgument(`${name}.internetGatewayId`, "Specify the internet gateway of the existing VPC. NAT gateways need it");
  if (nat !== Nat.One && args.natZone !== undefined)
    rejectArgument(`${name}.natZone`, `It applies to nat "${Nat.One}" only. Set nat to "${Nat.One}", or remove natZone`);
  if (nat === Nat.One && zones.length > 1 && args.natZone === undefined)
    rejectArgument(
      `${name}.natZone`,
      `Specify the zone of the NAT gateway (${zones.join(", ")}). Without it, the gateway would move when zones are added`,
    );
}

function rejectDuplicates(argument: string, services: readonly string[] = []): void {
  const names = services.map(shortServiceName);
  const duplicate = names.find((service, index) => names.indexOf(service) !== index);
  if (duplicate !== undefined) rejectArgument(argument, `${duplicate} is listed twice. List each service once`);
}

function rejectOtherGatewayServices(argument: string, services: readonly string[] = []): void {
  const other = services.map(shortServiceName).find((service) => !GATEWAY_SERVICES.includes(service));
  if (other !== undefined)
    rejectArgument(argument, `${other} has no gateway endpoint; only ${GATEWAY_SERVICES.join(", ")} do. Move it to interfaceEndpoints`);
}
