import { expect, test } from "@jest/globals";
import * as v from "valibot";
import { outboundOf, sharedSet } from "./shared-set";

const https = { protocol: "tcp", fromPort: 443, toPort: 443 };
const set = { name: "services", securityGroupIds: ["sg-01"] };

test("a shared set without allows has unknown outbound rules", () => {
  expect(outboundOf(set)).toBeUndefined();
});

test("each peer of a rule is an outbound rule: IPv4 ranges, IPv6 ranges, prefix lists, groups", () => {
  const outbound = { ...https, direction: "outbound" };
  const to = { cidrBlocks: ["10.0.0.0/8"], ipv6CidrBlocks: ["::/0"], prefixListIds: ["pl-1"], securityGroupIds: ["sg-02"] };
  expect(outboundOf({ ...set, allows: [{ ...https, ...to }] })).toEqual([
    { ...outbound, peer: { kind: "cidr", cidr: "10.0.0.0/8" } },
    { ...outbound, peer: { kind: "cidr", cidr: "::/0" } },
    { ...outbound, peer: { kind: "prefix-list", id: "pl-1" } },
    { ...outbound, peer: { kind: "security-group", key: "sg-02" } },
  ]);
});

test("a rule without peers allows nothing", () => {
  expect(outboundOf({ ...set, allows: [https] })).toEqual([]);
});

test.each([
  ["the least", set],
  ["everything", { ...set, subnetIds: ["subnet-01"], vpcId: "vpc-01", allows: [{ ...https, cidrBlocks: ["10.0.0.0/8"] }] }],
  ["all ports", { ...set, allows: [{ protocol: "-1", fromPort: -1, toPort: -1 }] }],
  ["the last port", { ...set, allows: [{ ...https, toPort: 65_535 }] }],
])("a shared set with %s is accepted", (_, value) => {
  expect(v.safeParse(sharedSet, value).success).toBe(true);
});

test.each([
  ["a port below -1", { ...set, allows: [{ ...https, fromPort: -2 }] }],
  ["a port above 65535", { ...set, allows: [{ ...https, toPort: 65_536 }] }],
  ["no protocol", { ...set, allows: [{ fromPort: 443, toPort: 443 }] }],
  ["a range in place of ranges", { ...set, allows: [{ ...https, cidrBlocks: "10.0.0.0/8" }] }],
  ["an unknown key of a rule", { ...set, allows: [{ ...https, cidrs: ["10.0.0.0/8"] }] }],
  ["an unknown key", { ...set, subnets: ["subnet-01"] }],
  ["no name", { securityGroupIds: ["sg-01"] }],
  ["a name in place of a group id", { ...set, securityGroupIds: ["web"] }],
  ["a name in place of a subnet id", { ...set, subnetIds: ["private-a"] }],
  ["a name in place of a VPC id", { ...set, vpcId: "main" }],
])("a shared set with %s is rejected", (_, value) => {
  expect(v.safeParse(sharedSet, value).success).toBe(false);
});
