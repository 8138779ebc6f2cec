import type { Key, Peer, SecurityGroupRule } from "@lambda-vpc/model";
import { securityGroupId, subnetId, text, type ValueOf, vpcId, wholeNumber } from "@lambda-vpc/policy-kit";
import * as v from "valibot";

const port = wholeNumber({ minimum: -1, maximum: 65_535 });

/** A rule, written as in the egress block of a security group. */
const allowedTraffic = v.strictObject({
  protocol: text(),
  fromPort: port,
  toPort: port,
  cidrBlocks: v.exactOptional(v.array(text())),
  ipv6CidrBlocks: v.exactOptional(v.array(text())),
  prefixListIds: v.exactOptional(v.array(text())),
  securityGroupIds: v.exactOptional(v.array(securityGroupId)),
});

/** A security-group set that stacks share, as users configure it. */
export const sharedSet = v.strictObject({
  name: text(),
  securityGroupIds: v.array(securityGroupId),
  subnetIds: v.exactOptional(v.array(subnetId)),
  vpcId: v.exactOptional(vpcId),
  allows: v.exactOptional(v.array(allowedTraffic)),
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
