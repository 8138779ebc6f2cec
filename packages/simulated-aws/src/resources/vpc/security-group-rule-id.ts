import type { Properties } from "../../property/value";

/**
 * Parses the import id of an aws_security_group_rule, `GROUP_TYPE_PROTOCOL_FROM_TO_PEER[_PEER…]` with `self`, a group, a prefix list or
 * ranges as peers, into the properties of the rule. Undefined for any other text.
 */
export function propertiesOfRuleId(id: string): Properties | undefined {
  const [securityGroupId = "", type = "", protocol = "", from = "", to = "", ...peers] = id.split("_");
  if (!securityGroupId.startsWith("sg-") || !["ingress", "egress"].includes(type) || peers.length === 0) return undefined;
  const source = peers.find((peer) => peer.startsWith("sg-"));
  const ranges = peers.filter((peer) => peer.includes("/"));
  return {
    securityGroupId,
    type,
    protocol: protocol === "all" ? "-1" : protocol,
    fromPort: Number(from),
    toPort: Number(to),
    self: peers.includes("self"),
    cidrBlocks: ranges.filter((range) => !range.includes(":")),
    ipv6CidrBlocks: ranges.filter((range) => range.includes(":")),
    prefixListIds: peers.filter((peer) => peer.startsWith("pl-")),
    ...(source === undefined ? {} : { sourceSecurityGroupId: source }),
  };
}
