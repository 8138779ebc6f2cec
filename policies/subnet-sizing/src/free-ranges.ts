import { type AddressBlock, formatAddressBlock, type Key, type Network, nextFreeBlock, readAddressBlock } from "@lambda-vpc/model";
import { change, type Change } from "@lambda-vpc/policy-kit";

/**
 * The free ranges of the VPCs that a stack creates, each given out once: several fixes of one preview can be followed together. The other ranges of
 * an existing VPC are unknown.
 */
export class FreeRanges {
  private readonly given: AddressBlock[] = [];

  constructor(private readonly network: Network) {}

  /** The change that gives a new subnet a free range of a size. Undefined if the program cannot, or if no range is known to be free. */
  change(subnet: Key, prefixLength: number): Change | undefined {
    const { subnets, vpcs = [] } = this.network;
    const found = subnets.find(({ key }) => key === subnet);
    const vpc = vpcs.find(({ key }) => key === found?.vpc);
    if (found?.creating !== true || vpc?.creating !== true || !vpc.cidrBlocks.ok || isOfPackage(subnet)) return undefined;
    const others = subnets.filter(({ key, vpc: home }) => key !== subnet && home === vpc.key).map(({ cidrBlock }) => cidrBlock);
    if (others.some((range) => range?.ok === false)) return undefined;
    const taken = blocksOf(others.flatMap((range) => (range?.ok === true ? [range.value] : [])));
    const first = blocksOf(vpc.cidrBlocks.value.filter((range) => !(vpc.furtherRanges ?? []).some(({ cidrBlock }) => cidrBlock === range)));
    const free = nextFreeBlock(prefixLength, first, [...taken, ...this.given]);
    if (free === undefined) return undefined;
    this.given.push(free);
    const range = formatAddressBlock(free);
    return found.cidrBlock === undefined ? withIpv4(subnet, range) : setRange(subnet, range);
  }
}

/** The change that sets the range of a subnet or a VPC. */
export function setRange(key: Key, range: string): Change {
  return change([{ step: "set-property", resources: [key], property: "cidrBlock", value: range }]);
}

/** The change that gives an IPv6-only subnet an IPv4 range: AWS accepts none while the subnet is IPv6-only (docs/aws-facts.md#ipv6-only-subnets). */
function withIpv4(key: Key, range: string): Change {
  const resources = [key];
  return change([
    { step: "remove-property", resources, property: "ipv6Native" },
    { step: "set-property", resources, property: "cidrBlock", value: range },
  ]);
}

/** Whether a component of a package lays the subnet out: a program cannot set its range. */
export function isOfPackage(subnet: Key): boolean {
  return /::(?:awsx|lambda-vpc):[^:]*:[^:]*\$/.test(subnet);
}

function blocksOf(ranges: readonly string[]): readonly AddressBlock[] {
  return ranges.map(readAddressBlock).flatMap((reading) => (reading.ok ? [reading.value] : []));
}
