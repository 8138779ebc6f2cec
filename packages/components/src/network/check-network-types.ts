import { type ArgumentCheck, eventual, flag, listOf, number, object, objectWith, oneOf, text } from "../arguments/argument-checks";
import { AddressConsumer, Nat, type NetworkArgs, type NetworkCapacity, type NetworkDescription } from "./network-args";

const ids = eventual(listOf(eventual(text)));
const id = eventual(text);

const CAPACITY_TYPES: Readonly<Record<keyof NetworkCapacity, ArgumentCheck>> = {
  functions: number,
  sets: number,
  consumers: listOf(objectWith({ kind: oneOf(Object.values(AddressConsumer)), count: number })),
  connections: number,
  changeover: number,
  growth: number,
  headroom: number,
  enisPerVpc: number,
};

const NETWORK_TYPES: Readonly<Record<keyof NetworkDescription, ArgumentCheck>> = {
  cidrBlock: text,
  vpcId: id,
  takenCidrBlocks: listOf(text),
  subnetIds: ids,
  subnetCidrBlocks: listOf(text),
  routeTableIds: ids,
  zones: listOf(text),
  subnetPrefix: number,
  capacity: objectWith(CAPACITY_TYPES),
  nat: oneOf(Object.values(Nat)),
  natZone: text,
  internetGatewayId: id,
  dualStack: flag,
  ipv6CidrBlock: id,
  egressOnlyInternetGateway: flag,
  gatewayEndpoints: listOf(text),
  interfaceEndpoints: listOf(text),
};

const checkTypes = objectWith({ ...NETWORK_TYPES, tags: eventual(object), region: id });

/** Rejects arguments of the wrong type, which programs in JavaScript and YAML can pass. Throws a `pulumi.RunError`. */
export function checkNetworkTypes(argument: string, args: NetworkArgs): void {
  checkTypes(argument, args);
}
