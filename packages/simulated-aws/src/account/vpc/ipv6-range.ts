import { createHash } from "node:crypto";
import ipaddr from "ipaddr.js";
import { AwsError } from "../store/aws-error";
import { idFrom } from "../store/identifier";
import type { Subnet, Vpc } from "../rows/vpc-rows";

/* IPv6 ranges of VPCs and subnets. The simulation assigns no IPv6 addresses, so it does not track them. */

/**
 * The /56 that Amazon assigns to a VPC (docs/aws-facts.md#ipv6-ranges), from 2001:db8::/32, which RFC 3849 reserves for documentation. It
 * follows from the VPC's id.
 */
export function generatedIpv6Range(vpcId: string): string {
  const [one = 0, two = 0, three = 0] = createHash("sha256").update(vpcId).digest();
  const address = new ipaddr.IPv6([0x2001, 0x0db8, one * 256 + two, three * 256, 0, 0, 0, 0]);
  return `${address.toRFC5952String()}/56`;
}

/**
 * Rejects an invalid IPv6 range of a subnet. A subnet is /44 to /64 in steps of 4 (docs/aws-facts.md#ipv6-ranges), inside its VPC's range
 * and without overlap with its siblings. Throws `InvalidParameterValue`, `InvalidSubnet.Range` and `InvalidSubnet.Conflict`
 * (docs/aws-facts.md#ipv6-refusals).
 */
export function validateSubnetIpv6Range(range: string, vpc: Vpc, siblings: readonly Subnet[]): void {
  if (!isSubnetRange(range)) throw new AwsError("InvalidParameterValue", `invalid value for parameter ipv6-cidr-block: ${range}`);
  if (vpc.ipv6CidrBlock === undefined || !contains(vpc.ipv6CidrBlock, range))
    throw new AwsError("InvalidSubnet.Range", `The IPv6 CIDR '${range}' is invalid.`);
  const neighbour = siblings.find(({ ipv6CidrBlock: other }) => other !== undefined && (contains(other, range) || contains(range, other)));
  if (neighbour !== undefined)
    throw new AwsError("InvalidSubnet.Conflict", `The IPv6 CIDR '${range}' conflicts with another subnet: ${neighbour.id}.`);
}

/** The association id of an IPv6 range. Empty without a range. */
export function ipv6AssociationId(kind: "vpc" | "subnet", id: string, range: string | undefined): string {
  return range === undefined ? "" : idFrom(`${kind}-cidr-assoc`, `${id} ${range}`);
}

function isSubnetRange(range: string): boolean {
  if (!ipaddr.IPv6.isValidCIDR(range)) return false;
  const [address, prefixLength] = ipaddr.IPv6.parseCIDR(range);
  const first = ipaddr.IPv6.networkAddressFromCIDR(range);
  return prefixLength >= 44 && prefixLength <= 64 && prefixLength % 4 === 0 && first.toString() === address.toString();
}

function contains(outer: string, inner: string): boolean {
  const [[network, outerLength], [address, innerLength]] = [ipaddr.IPv6.parseCIDR(outer), ipaddr.IPv6.parseCIDR(inner)];
  return outerLength <= innerLength && address.match(network, outerLength);
}
