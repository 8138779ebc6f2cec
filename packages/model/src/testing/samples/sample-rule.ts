import type { Peer, SecurityGroupRule } from "../../facts/security-group-rule";

/** An outbound rule to a CIDR block or another peer: by default HTTPS; one port (or one ICMP type) unless `toPort` is greater. */
export function to(peer: string | Peer, protocol = "tcp", fromPort = 443, toPort = fromPort): SecurityGroupRule {
  return { direction: "outbound", protocol, fromPort, toPort, peer: typeof peer === "string" ? { kind: "cidr", cidr: peer } : peer };
}

/** An inbound rule about a group: by default PostgreSQL. As a reference, the group is the one that owns the rule. */
export function from(group: string, protocol = "tcp", port = 5432): SecurityGroupRule {
  return { direction: "inbound", protocol, fromPort: port, toPort: port, peer: { kind: "security-group", key: group } };
}
