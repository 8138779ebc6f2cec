import ipaddr from "ipaddr.js";

/**
 * The /64 with this number, 0 to 255, of a VPC's /56: the range of one subnet (docs/aws-facts.md#ipv6-ranges). Throws
 * an `Error` if the range is invalid, or too small for that number.
 */
export function ipv6Subnet(range: string, number: number): string {
  if (!ipaddr.IPv6.isValidCIDR(range)) throw new Error(`"${range}" is not an IPv6 range; specify one such as 2001:db8:1234:1a00::/56`);
  const [, prefixLength] = ipaddr.IPv6.parseCIDR(range);
  const subnets = Math.floor(2 ** (64 - prefixLength));
  if (!(number < subnets)) throw new Error(`${range} has ${subnets} subnets of /64, so subnet ${number} does not exist; specify a /56`);
  const bytes = ipaddr.IPv6.networkAddressFromCIDR(range).toByteArray();
  const numbered = bytes.map((byte, index) => (index === 7 ? byte + (number % 256) : byte));
  return `${new ipaddr.IPv6(numbered).toString()}/64`;
}
