import { describe, expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import { checkReach, egressRule, ingressRule, type ReachArgs } from "./reach";

describe("a reach is the narrowest outbound rule that permits it", () => {
  const rows: readonly { sentence: string; reach: ReachArgs; rule: object }[] = [
    {
      sentence: "a port of a group, over TCP",
      reach: { port: 5432, securityGroupId: "sg-1" },
      rule: { protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: ["sg-1"], description: "orders" },
    },
    {
      sentence: "a range of ports of a prefix list",
      reach: { port: 8000, toPort: 8100, prefixListId: "pl-1" },
      rule: { protocol: "tcp", fromPort: 8000, toPort: 8100, prefixListIds: ["pl-1"], description: "orders" },
    },
    {
      sentence: "an IPv4 range over UDP, described",
      reach: { port: 53, protocol: "udp", cidr: "10.0.0.2/32", description: "names" },
      rule: { protocol: "udp", fromPort: 53, toPort: 53, cidrBlocks: ["10.0.0.2/32"], description: "names" },
    },
    {
      sentence: "everything at an IPv6 range",
      reach: { protocol: "-1", ipv6Cidr: "::/0" },
      rule: { protocol: "-1", fromPort: 0, toPort: 0, ipv6CidrBlocks: ["::/0"], description: "orders" },
    },
    {
      sentence: "every type of ICMP",
      reach: { protocol: "icmp", cidr: "10.0.0.0/8" },
      rule: { protocol: "icmp", fromPort: -1, toPort: -1, cidrBlocks: ["10.0.0.0/8"], description: "orders" },
    },
  ];

  test.each(rows)("$sentence", ({ reach, rule }) => {
    expect(egressRule("orders", checkReach("shared.reach.orders", reach))).toEqual(rule);
  });
});

describe("the other side", () => {
  test("is opened where that is asked, for the same ports and only to the functions' group", () => {
    expect(ingressRule("orders", { port: 5432, securityGroupId: "sg-1", openTarget: true }, "sg-shared")).toEqual({
      securityGroupId: "sg-1",
      referencedSecurityGroupId: "sg-shared",
      ipProtocol: "tcp",
      fromPort: 5432,
      toPort: 5432,
      description: "orders",
    });
  });

  test("has no ports where everything is let in", () => {
    const rule = ingressRule("orders", { protocol: "-1", securityGroupId: "sg-1", openTarget: true }, "sg-shared");
    expect(Object.keys(rule ?? {})).not.toContain("fromPort");
  });

  test("stays as it is otherwise", () => {
    expect(ingressRule("orders", { port: 5432, securityGroupId: "sg-1" }, "sg-shared")).toBeUndefined();
  });
});

describe("a reach that is not whole is refused with the fix", () => {
  test.each<[string, ReachArgs, string]>([
    ["to nobody", { port: 1 }, "exactly one of securityGroupId, cidr, ipv6Cidr, prefixListId, not none"],
    ["to two at once", { port: 1, cidr: "10.0.0.0/8", prefixListId: "pl-1" }, "not cidr and prefixListId"],
    [
      "without a port",
      { cidr: "10.0.0.0/8" },
      'shared.reach.orders: Set port (0 with toPort 65535 for all ports), or protocol "-1" for all protocols.',
    ],
    [
      "with the end of a range only",
      { protocol: "icmp", toPort: 3, cidr: "10.0.0.0/8" },
      "shared.reach.orders: Set port, the first port of the range that ends at toPort.",
    ],
    [
      "with a port of everything",
      { protocol: "-1", port: 1, cidr: "10.0.0.0/8" },
      'shared.reach.orders: protocol "-1" covers all ports. Remove port and toPort.',
    ],
    [
      "that opens a range of addresses",
      { port: 1, cidr: "10.0.0.0/8", openTarget: true },
      "shared.reach.orders: openTarget applies to security groups only. Set securityGroupId, or remove openTarget.",
    ],
    ["with IPv6 given as IPv4", { port: 1, cidr: "::/0" }, "shared.reach.orders: Set ipv6Cidr for an IPv6 range."],
  ])("%s", (_, reach, says) => {
    const check = (): ReachArgs => checkReach("shared.reach.orders", reach);
    expect(check).toThrow(pulumi.RunError);
    expect(check).toThrow(/^shared\.reach\.orders: /);
    expect(check).toThrow(says);
  });
});
