import fc from "fast-check";
import type { Key } from "../../facts/key";
import type { Peer, SecurityGroupRule } from "../../facts/security-group-rule";

/** Few values with neighbours among them, so that rules often overlap, touch or miss each other by one. */
const PORTS = [0, 79, 80, 81, 443, 65_534, 65_535];
const CIDRS = [
  ...["10.0.0.0/24", "10.0.0.0/25", "10.0.0.128/25", "10.0.0.200/24", "10.0.1.0/24", "10.0.0.0/23", "255.255.255.255/32", "0.0.0.0/0"],
  ...["::/0", "2001:db8::/63", "2001:db8::/64", "2001:db8:0:1::/64", "2001:DB8:0:0:0:0:0:1/128"],
];
const FEW_CIDRS = ["10.0.0.0/24", "0.0.0.0/0"];

/** Rules with few different meanings: lists of them are often equal. `groups` are those a rule may be about. */
export function arbitraryRule(direction: SecurityGroupRule["direction"], groups: readonly Key[]): fc.Arbitrary<SecurityGroupRule> {
  const peer: fc.Arbitrary<Peer> = fc.oneof(
    fc.constantFrom(...FEW_CIDRS).map((cidr) => ({ kind: "cidr" as const, cidr })),
    fc.constantFrom(...groups).map((key) => ({ kind: "security-group" as const, key })),
  );
  return fc
    .tuple(fc.constantFrom("tcp", "6"), fc.constantFrom(443, 5432), peer)
    .map(([protocol, port, about]) => ({ direction, protocol, fromPort: port, toPort: port, peer: about }));
}

/** Outbound rules of every kind: all protocols and spellings, port ranges, ICMP types and codes, both address families, lists and groups. */
export function arbitraryPermission(): fc.Arbitrary<SecurityGroupRule> {
  const range = fc.tuple(fc.constantFrom(...PORTS), fc.constantFrom(...PORTS)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const type = fc.tuple(fc.constantFrom(-1, 0, 3, 8, 255), fc.constantFrom(-1, 0, 1, 255));
  const anything = fc.constantFrom([-1, -1] as const, [0, 0] as const, [80, 81] as const);
  const protocolAndPorts = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(fc.constantFrom("tcp", "TCP", "6", "udp", "17"), range) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom("icmp", "1", "icmpv6", "58"), type) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom("-1", "all", "47"), anything) },
  );
  return fc.tuple(protocolAndPorts, arbitraryPeer).map(([[protocol, [fromPort, toPort]], peer]) => ({
    direction: "outbound",
    protocol,
    fromPort,
    toPort,
    peer,
  }));
}

const arbitraryPeer: fc.Arbitrary<Peer> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...CIDRS).map((cidr) => ({ kind: "cidr" as const, cidr })) },
  { weight: 1, arbitrary: fc.constantFrom("pl-1", "pl-2").map((id) => ({ kind: "prefix-list" as const, id })) },
  { weight: 1, arbitrary: fc.constantFrom("sg-1", "sg-2").map((key) => ({ kind: "security-group" as const, key })) },
);
