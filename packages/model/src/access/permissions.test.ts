import { describe, expect, test } from "@jest/globals";
import { canonicalPermissions } from "./permissions";
import type { SecurityGroupRule } from "../facts/security-group-rule";
import { to } from "../testing/samples/sample-rule";

interface Case {
  readonly name: string;
  readonly left: readonly SecurityGroupRule[];
  readonly right: readonly SecurityGroupRule[];
}

const same: readonly Case[] = [
  {
    name: "ranges that touch are one range",
    left: [to("10.0.0.0/24", "tcp", 80, 81), to("10.0.0.0/24", "tcp", 82, 90)],
    right: [to("10.0.0.0/24", "tcp", 80, 90)],
  },
  { name: "two halves are their block", left: [to("10.0.0.0/25"), to("10.0.0.128/25")], right: [to("10.0.0.0/24")] },
  { name: "a block swallows its parts", left: [to("10.0.0.0/8"), to("10.1.2.0/24")], right: [to("10.0.0.0/8")] },
  { name: "host bits of a block do not count", left: [to("10.0.0.77/24")], right: [to("10.0.0.0/24")] },
  { name: "a protocol is its number", left: [to("10.0.0.0/24", "6", 80)], right: [to("10.0.0.0/24", "TCP", 80)] },
  {
    name: "all ports of a protocol beside all protocols say nothing new",
    left: [to("0.0.0.0/0", "-1", 0), to("0.0.0.0/0", "udp", 53)],
    right: [to("0.0.0.0/0", "all", -1)],
  },
  { name: "any port is every port", left: [to("10.0.0.0/24", "tcp", -1)], right: [to("10.0.0.0/24", "tcp", 0, 65_535)] },
  { name: "a protocol without ports ignores them", left: [to("10.0.0.0/24", "47", 80)], right: [to("10.0.0.0/24", "47", -1)] },
  ...[to("10.0.0.0/24", "udp", -1, 80), to("10.0.0.0/24", "udp", 80, -1)].map((rule) => ({
    name: `any port on one side is every port: ${rule.fromPort} to ${rule.toPort}`,
    left: [rule],
    right: [to("10.0.0.0/24", "udp", 0, 65_535)],
  })),
  {
    name: "ports beyond the last one do not exist",
    left: [to("10.0.0.0/24", "tcp", 80), to("10.0.0.0/24", "tcp", 70_000, 70_001)],
    right: [to("10.0.0.0/24", "tcp", 80)],
  },
  {
    name: "any ICMP type is every code too",
    left: [to("10.0.0.0/24", "icmp", -1), to("10.0.0.0/24", "icmp", 8, 0)],
    right: [to("10.0.0.0/24", "1", -1)],
  },
  {
    name: "every code of an ICMP type includes the last one, 255",
    left: [to("10.0.0.0/24", "icmp", 3, -1), to("10.0.0.0/24", "icmp", 3, 255)],
    right: [to("10.0.0.0/24", "icmp", 3, -1)],
  },
  {
    name: "all 256 codes of an ICMP type are every code",
    left: Array.from({ length: 256 }, (_, code) => to("10.0.0.0/24", "icmp", 3, code)),
    right: [to("10.0.0.0/24", "icmp", 3, -1)],
  },
  { name: "an IPv6 block is itself in any spelling", left: [to("2001:DB8:0:0::/64")], right: [to("2001:db8::/64")] },
  { name: "two IPv6 halves are their block", left: [to("2001:db8::/64"), to("2001:db8:0:1::/64")], right: [to("2001:db8::/63")] },
];

const different: readonly Case[] = [
  { name: "one more port is more", left: [to("10.0.0.0/24", "tcp", 80)], right: [to("10.0.0.0/24", "tcp", 80, 81)] },
  {
    name: "a gap of one port is a gap",
    left: [to("10.0.0.0/24", "tcp", 80, 81), to("10.0.0.0/24", "tcp", 83, 90)],
    right: [to("10.0.0.0/24", "tcp", 80, 90)],
  },
  {
    name: "the ports of one block are not those of another",
    left: [to("10.0.0.0/24", "tcp", 80), to("10.0.1.0/24", "tcp", 443)],
    right: [to("10.0.0.0/24", "tcp", 443), to("10.0.1.0/24", "tcp", 80)],
  },
  {
    name: "the ports of one protocol are not those of another",
    left: [to("10.0.0.0/24", "tcp", 80), to("10.0.0.0/24", "udp", 53)],
    right: [to("10.0.0.0/24", "tcp", 53), to("10.0.0.0/24", "udp", 80)],
  },
  { name: "port 0 is not every port", left: [to("10.0.0.0/24", "tcp", 0)], right: [to("10.0.0.0/24", "tcp", -1)] },
  { name: "TCP is not UDP", left: [to("10.0.0.0/24", "tcp", 80)], right: [to("10.0.0.0/24", "udp", 80)] },
  {
    name: "every named protocol together is not all protocols",
    left: ["tcp", "udp", "icmp", "icmpv6"].map((protocol) => to("0.0.0.0/0", protocol, -1)),
    right: [to("0.0.0.0/0", "-1", -1)],
  },
  { name: "one ICMP code is not the whole type", left: [to("10.0.0.0/24", "icmp", 3, 4)], right: [to("10.0.0.0/24", "icmp", 3, -1)] },
  { name: "ICMP code 0 is not every code", left: [to("10.0.0.0/24", "icmp", 3, 0)], right: [to("10.0.0.0/24", "icmp", 3, -1)] },
  { name: "ICMP type 0 is not every type", left: [to("10.0.0.0/24", "icmp", 0, -1)], right: [to("10.0.0.0/24", "icmp", -1)] },
  { name: "one type of ICMP for IPv6 is not every type", left: [to("::/0", "icmpv6", 128, -1)], right: [to("::/0", "icmpv6", -1)] },
  {
    name: "an ICMP type does not include those before it",
    left: [to("10.0.0.0/24", "icmp", 3, -1), to("10.0.0.0/24", "icmp", 8, -1)],
    right: [to("10.0.0.0/24", "icmp", 8, -1)],
  },
  {
    name: "one code of an ICMP type is more than nothing",
    left: [to("10.0.0.0/24", "icmp", 3, 4), to("10.0.0.0/24", "tcp", 80)],
    right: [to("10.0.0.0/24", "tcp", 80)],
  },
  { name: "ICMP for IPv6 is not ICMP", left: [to("::/0", "icmp", -1)], right: [to("::/0", "icmpv6", -1)] },
  { name: "everything of IPv4 is nothing of IPv6", left: [to("0.0.0.0/0")], right: [to("::/0")] },
  { name: "IPv4 written inside IPv6 is IPv6", left: [to("::ffff:10.0.0.0/120")], right: [to("10.0.0.0/24")] },
  {
    name: "a prefix list is only itself",
    left: [to({ kind: "prefix-list", id: "pl-1" })],
    right: [to({ kind: "prefix-list", id: "pl-2" })],
  },
  {
    name: "a group is no prefix list of the same name",
    left: [to({ kind: "security-group", key: "x" })],
    right: [to({ kind: "prefix-list", id: "x" })],
  },
  { name: "a text that is no block is only itself", left: [to("10.0.0.0/33")], right: [to("10.0.0.0/34")] },
  { name: "nothing is less than something", left: [], right: [to("10.0.0.0/32", "tcp", 80)] },
];

describe("two lists of rules mean the same", () => {
  test.each(same)("$name", ({ left, right }) => {
    expect(canonicalPermissions(left)).toBe(canonicalPermissions(right));
  });
});

describe("two lists of rules mean different things", () => {
  test.each(different)("$name", ({ left, right }) => {
    expect(canonicalPermissions(left)).not.toBe(canonicalPermissions(right));
  });
});

test("the text lists, for each kind of peer, what all protocols reach, and the runs of ports of each protocol that reaches more", () => {
  const rules = [
    to("0.0.0.2/32", "tcp", 80),
    to("0.0.0.0/32", "tcp", 80),
    to("0.0.0.4/31", "-1"),
    to("::/127", "udp", 0, 9),
    to("::9/128", "47"),
  ];
  expect(canonicalPermissions(rules).split("\n")).toEqual([
    "ipv4 all{4-5} tcp{0-79:4-5;80-80:0-0,2-2,4-5;81-65535:4-5}",
    "ipv6 all{} 47{0-65535:9-9} udp{0-9:0-1;10-65535:}",
  ]);
});
