import fc from "fast-check";
import { listOf, oneOf, perhaps, someOf, tags } from "./arbitrary-expression";
import { CIDRS, IPV6_CIDRS, PREFIX_LISTS } from "./arbitrary-security-group";
import type { Declaration, Expression } from "./declaration";
import type { VpcResources } from "./vpc-resources";

type Inputs = Declaration["inputs"];

/**
 * A separate rule, in either of the two styles. `number` makes it differ from all others, because EC2 rejects duplicate rules,
 * also while one replaces the other.
 */
export function separateRule(name: string, number: number, { groups, ruled }: VpcResources): fc.Arbitrary<Declaration> {
  const ports = { fromPort: String(20_000 + 10 * number), toPort: String(20_009 + 10 * number) };
  const block = fc
    .record({
      securityGroupId: fc.constant(ruled),
      type: oneOf('"ingress"', '"egress"'),
      peer: blockPeer(groups),
      description: perhaps(oneOf('"apart"')),
    })
    .map(({ peer, ...inputs }): Inputs => ({ ...inputs, protocol: '"tcp"', ...ports, ...peer }));
  const traffic = fc.oneof(
    directedPeer(groups).map((peer): Inputs => ({ ipProtocol: '"tcp"', ...ports, ...peer })),
    fc.constant<Inputs>({ ipProtocol: '"-1"', cidrIpv4: `"10.${number}.0.0/16"` }),
  );
  const directed = fc
    .record({
      securityGroupId: fc.constant(ruled),
      traffic,
      description: perhaps(oneOf('"directed"')),
      tags: perhaps(tags(ruled)),
    })
    .map(({ traffic, ...inputs }): Inputs => ({ ...inputs, ...traffic }));
  return fc.oneof(
    block.map((inputs) => ({ name, type: "ec2.SecurityGroupRule", inputs })),
    directed.map((inputs) => ({ name, type: "vpc.SecurityGroupEgressRule", inputs })),
    directed.map((inputs) => ({ name, type: "vpc.SecurityGroupIngressRule", inputs })),
  );
}

function blockPeer(groups: readonly Expression[]): fc.Arbitrary<Inputs> {
  return fc.oneof(
    someOf(CIDRS).map((some): Inputs => ({ cidrBlocks: listOf(some) })),
    someOf(IPV6_CIDRS).map((some): Inputs => ({ ipv6CidrBlocks: listOf(some) })),
    someOf(PREFIX_LISTS).map((some): Inputs => ({ prefixListIds: listOf(some) })),
    fc.constant<Inputs>({ self: "true" }),
    oneOf(...groups).map((sourceSecurityGroupId): Inputs => ({ sourceSecurityGroupId })),
  );
}

function directedPeer(groups: readonly Expression[]): fc.Arbitrary<Inputs> {
  return fc.oneof(
    oneOf(...CIDRS).map((cidrIpv4): Inputs => ({ cidrIpv4 })),
    oneOf(...IPV6_CIDRS).map((cidrIpv6): Inputs => ({ cidrIpv6 })),
    oneOf(...PREFIX_LISTS).map((prefixListId): Inputs => ({ prefixListId })),
    oneOf(...groups).map((referencedSecurityGroupId): Inputs => ({ referencedSecurityGroupId })),
  );
}
