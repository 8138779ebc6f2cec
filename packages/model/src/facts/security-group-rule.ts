import type { Key } from "./key";

/** One permission of a security group, in the terms of AWS. */
export interface SecurityGroupRule {
  readonly direction: "inbound" | "outbound";
  /** As written: a name (`tcp`), a protocol number (`"6"`) or `-1` for all. */
  readonly protocol: string;
  /** First port, or the ICMP type; -1 means any. */
  readonly fromPort: number;
  /** Last port, or the ICMP code; -1 means any. */
  readonly toPort: number;
  readonly peer: Peer;
}

/** The source or destination of a rule. */
export type Peer =
  | { readonly kind: "cidr"; readonly cidr: string }
  | { readonly kind: "prefix-list"; readonly id: Key }
  | { readonly kind: "security-group"; readonly key: Key };

/**
 * The peer of the rule that AWS gives a new group: all outbound traffic, by IPv4 and, in a VPC with IPv6, by IPv6
 * (docs/aws-facts.md#default-outbound-rule). It is written as a prefix list: equal among such groups, unequal to any other peer.
 */
export const DEFAULT_OUTBOUND_PEER = "AWS's default outbound rule";

/** IANA protocol numbers that AWS also accepts by name. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["-1", "all"],
  ["6", "tcp"],
  ["17", "udp"],
  ["1", "icmp"],
  ["58", "icmpv6"],
]);

/** The name of a protocol, independent of its spelling: `6`, `TCP` and `tcp` are the same. */
export function protocolName(protocol: string): string {
  const written = protocol.trim().toLowerCase();
  return aliases.get(written) ?? written;
}
