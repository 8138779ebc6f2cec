import { type AddressBlock, type NetworkRequest, planNetwork, readAddressBlock, usualFirstSubnet, type ZonePlan } from "@lambda-vpc/model";
import { capacityOf } from "./network-capacity";
import { Nat, type NetworkArgs } from "./network-args";
import { rejectArgument } from "../arguments/reject-argument";

/** The subnets that a network creates, by zone. Throws a `pulumi.RunError` if they do not fit. */
export function planZones(name: string, args: NetworkArgs): readonly ZonePlan[] {
  const plan = planNetwork(requestOf(name, args));
  return plan.ok ? plan.value : rejectArgument(name, plan.error);
}

function requestOf(name: string, args: NetworkArgs): NetworkRequest {
  const { cidrBlock = "", zones = [], takenCidrBlocks = [], interfaceEndpoints = [] } = args;
  const range = parseBlock(`${name}.cidrBlock`, cidrBlock);
  return {
    range,
    zones,
    firstPrefixLength: args.subnetPrefix ?? usualFirstSubnet(range),
    taken: takenCidrBlocks.map((text, index) => parseBlock(`${name}.takenCidrBlocks[${index}]`, text)),
    publicZones: natZones(args),
    capacity: capacityOf(`${name}.capacity`, args.capacity, interfaceEndpoints.length),
  };
}

/** The zones with a NAT gateway. */
export function natZones({ nat = Nat.None, natZone, zones = [] }: NetworkArgs): readonly string[] {
  if (nat === Nat.None) return [];
  return nat === Nat.OnePerZone ? zones : natZone === undefined ? zones.slice(0, 1) : [natZone];
}

/** Parses a range that the program passes. Throws a `pulumi.RunError` if it is not one. */
export function parseBlock(argument: string, text: string): AddressBlock {
  const reading = readAddressBlock(text);
  return reading.ok ? reading.value : rejectArgument(argument, reading.error);
}
