import ipaddr from "ipaddr.js";

/** The ranges that the internet does not route (docs/aws-facts.md#private-ranges). */
const PRIVATE_RANGES = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "127.0.0.0/8",
  "fc00::/7",
  "fe80::/10",
];

/**
 * Whether a range, IPv4 or IPv6, has an address that the internet routes. Undefined if the text is not a range. Law: a range within another
 * one has such an address only if the other one has.
 */
export function hasPublicAddress(cidr: string): boolean | undefined {
  return ipaddr.isValidCIDR(cidr) ? !PRIVATE_RANGES.some((range) => isWithin(cidr, range)) : undefined;
}

/** Whether any address is in both ranges. Undefined if a text is not a range. Law: the order of the ranges never matters. */
export function rangesOverlap(one: string, other: string): boolean | undefined {
  if (!ipaddr.isValidCIDR(one) || !ipaddr.isValidCIDR(other)) return undefined;
  return isWithin(one, other) || isWithin(other, one);
}

function isWithin(inner: string, outer: string): boolean {
  const [[first, innerLength], [network, outerLength]] = [ipaddr.parseCIDR(inner), ipaddr.parseCIDR(outer)];
  return first.kind() === network.kind() && innerLength >= outerLength && first.match(network, outerLength);
}
