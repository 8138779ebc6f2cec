import { type Peer, protocolName, type SecurityGroupRule } from "../facts/security-group-rule";

/** A rule for readers: `tcp 443 to 10.0.0.0/8`, `tcp 80–81 to pl-1`, `all traffic to 0.0.0.0/0`. */
export function formatRule({ direction, protocol, fromPort, toPort, peer }: SecurityGroupRule): string {
  return `${trafficText(protocolName(protocol), fromPort, toPort)} ${direction === "outbound" ? "to" : "from"} ${peerText(peer)}`;
}

/** Only TCP, UDP and ICMP have ports, or types and codes (docs/aws-facts.md#rule-ports). */
function trafficText(protocol: string, first: number, last: number): string {
  if (protocol === "all") return "all traffic";
  if (!["tcp", "udp", "icmp", "icmpv6"].includes(protocol)) return protocol.match(/^\d+$/) === null ? protocol : `protocol ${protocol}`;
  if (first < 0) return protocol;
  if (protocol.startsWith("icmp")) return `${protocol} type ${first}${last < 0 ? "" : ` code ${last}`}`;
  return `${protocol} ${first === last ? first : `${first}–${last}`}`;
}

function peerText(peer: Peer): string {
  switch (peer.kind) {
    case "cidr":
      return peer.cidr;
    case "prefix-list":
      return peer.id;
    case "security-group":
      return peer.key;
  }
}
