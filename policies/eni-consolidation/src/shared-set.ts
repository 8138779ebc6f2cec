import type { Key, Peer, SecurityGroupRule } from "@lambda-vpc/model";
import { listOf, optional, record, securityGroupId, subnetId, text, type ValueOf, vpcId, wholeNumber } from "@lambda-vpc/policy-kit";

const port = wholeNumber({ minimum: -1, maximum: 65_535 });

/** A rule, written as in the egress block of a security group. */
const allowedTraffic = record({
  protocol: text(),
  fromPort: port,
  toPort: port,
  cidrBlocks: optional(listOf(text())),
  ipv6CidrBlocks: optional(listOf(text())),
  prefixListIds: optional(listOf(text())),
  securityGroupIds: optional(listOf(securityGroupId)),
});

/** A security-group set that stacks share, as users configure it. */
export const sharedSet = record({
  name: text(),
  securityGroupIds: listOf(securityGroupId),
  subnetIds: optional(listOf(subnetId)),
  vpcId: optional(vpcId),
  allows: optional(listOf(allowedTraffic)),
});

export type SharedSet = ValueOf<typeof sharedSet>;

/** The outbound rules of a shared set; undefined if its configuration has no `allows`. */
export function outboundOf({ allows }: SharedSet): readonly SecurityGroupRule[] | undefined {
  return allows?.flatMap(({ protocol, fromPort, toPort, ...to }) =>
    peersOf(to).map((peer) => ({ direction: "outbound" as const, protocol, fromPort, toPort, peer })),
  );
}

function peersOf(
  to: Pick<ValueOf<typeof allowedTraffic>, "cidrBlocks" | "ipv6CidrBlocks" | "prefixListIds" | "securityGroupIds">,
): readonly Peer[] {
  const { cidrBlocks = [], ipv6CidrBlocks = [], prefixListIds = [], securityGroupIds = [] } = to;
  return [
    ...[...cidrBlocks, ...ipv6CidrBlocks].map((cidr) => ({ kind: "cidr" as const, cidr })),
    ...prefixListIds.map((id) => ({ kind: "prefix-list" as const, id })),
    ...securityGroupIds.map((key: Key) => ({ kind: "security-group" as const, key })),
  ];
}
