import type { Direction, Peer, SecurityGroupRule } from "../../account/rows/security-group-rows";
import { type RuleRequest, ruleText } from "../../account/vpc/security-group-rule";
import { flag, number, requiredText, text, texts } from "../../property/read";
import type { Properties } from "../../property/value";
import { defaulted, type Fields, optional, required, normalizedBy } from "../../schema/field";

/** A block of `ingress` or `egress` in a group. Source of the fields: docs/aws-facts.md#provider-fields, aws_security_group. */
export const ruleBlock: Fields = {
  cidrBlocks: optional({ list: "string" }),
  description: optional("string"),
  fromPort: required("number"),
  ipv6CidrBlocks: optional({ list: "string" }),
  prefixListIds: optional({ list: "string" }),
  protocol: normalizedBy(protocolName, required("string")),
  securityGroups: optional({ set: "string" }),
  self: defaulted("boolean", false),
  toPort: required("number"),
};

/** The rules of a block: one for each of its peers, as EC2 stores them. */
export function rulesOf(groupId: string, direction: Direction, block: Properties): readonly RuleRequest[] {
  const protocol = protocolName(requiredText(block, "protocol"));
  const ports = protocol === "-1" ? {} : { fromPort: number(block, "fromPort") ?? 0, toPort: number(block, "toPort") ?? 0 };
  return peersOf(groupId, block).map((peer) => ({
    groupId,
    direction,
    protocol,
    ...ports,
    peer,
    description: text(block, "description") ?? "",
    tags: {},
  }));
}

/** The blocks of rules: rules that differ only in their peers form one block. */
export function blocksOf(rules: readonly SecurityGroupRule[]): readonly Properties[] {
  const rulesByRest = Map.groupBy(rules, ({ protocol, fromPort, toPort, description }) =>
    JSON.stringify([protocol, fromPort, toPort, description]),
  );
  return [...rulesByRest.values()].map((group) => {
    const { protocol = "-1", fromPort = 0, toPort = 0, description = "", groupId = "" } = group[0] ?? {};
    const peers = group.map(({ peer }) => peer);
    const groups = peers.flatMap((peer) => ("referencedSecurityGroupId" in peer ? peer.referencedSecurityGroupId : []));
    return {
      cidrBlocks: peers.flatMap((peer) => ("cidrIpv4" in peer ? peer.cidrIpv4 : [])).sort(),
      description,
      fromPort,
      ipv6CidrBlocks: peers.flatMap((peer) => ("cidrIpv6" in peer ? peer.cidrIpv6 : [])).sort(),
      prefixListIds: peers.flatMap((peer) => ("prefixListId" in peer ? peer.prefixListId : [])).sort(),
      protocol,
      securityGroups: groups.filter((id) => id !== groupId),
      self: groups.includes(groupId),
      toPort,
    };
  });
}

/** Whether blocks represent exactly these rules, regardless of grouping. */
export function representRules(
  blocks: readonly Properties[],
  groupId: string,
  direction: Direction,
  rules: readonly SecurityGroupRule[],
): boolean {
  const expected = new Set(blocks.flatMap((block) => rulesOf(groupId, direction, block)).map(ruleText));
  return expected.size === rules.length && rules.every((rule) => expected.has(ruleText(rule)));
}

function peersOf(groupId: string, block: Properties): readonly Peer[] {
  return [
    ...texts(block, "cidrBlocks").map((cidrIpv4) => ({ cidrIpv4 })),
    ...texts(block, "ipv6CidrBlocks").map((cidrIpv6) => ({ cidrIpv6 })),
    ...texts(block, "prefixListIds").map((prefixListId) => ({ prefixListId })),
    ...texts(block, "securityGroups").map((referencedSecurityGroupId) => ({ referencedSecurityGroupId })),
    ...(flag(block, "self") ? [{ referencedSecurityGroupId: groupId }] : []),
  ];
}

const PROTOCOL_NAMES: { readonly [protocol: string]: string } = { all: "-1", "1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6" };

/** EC2 returns names for protocols that have one. */
export function protocolName(protocol: string): string {
  return PROTOCOL_NAMES[protocol.toLowerCase()] ?? protocol.toLowerCase();
}
