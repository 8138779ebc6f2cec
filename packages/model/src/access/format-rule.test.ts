import { expect, test } from "@jest/globals";
import { formatRule } from "./format-rule";
import { from, to } from "../testing/samples/sample-rule";

test.each([
  [to("10.0.0.0/8"), "tcp 443 to 10.0.0.0/8"],
  [to("10.0.0.0/8", "6", 80, 81), "tcp 80–81 to 10.0.0.0/8"],
  [to("10.0.0.0/8", "udp", 53), "udp 53 to 10.0.0.0/8"],
  [to("10.0.0.0/8", "tcp", 0), "tcp 0 to 10.0.0.0/8"],
  [to("0.0.0.0/0", "-1", 0), "all traffic to 0.0.0.0/0"],
  [to("::/0", "tcp", -1), "tcp to ::/0"],
  [to("::/0", "icmpv6", 128, -1), "icmpv6 type 128 to ::/0"],
  [to("10.0.0.0/8", "icmp", 3, 4), "icmp type 3 code 4 to 10.0.0.0/8"],
  [to("10.0.0.0/8", "icmp", 0, 0), "icmp type 0 code 0 to 10.0.0.0/8"],
  [to("10.0.0.0/8", "x25", 0), "x25 to 10.0.0.0/8"],
  [to("10.0.0.0/8", "6in4", 0), "6in4 to 10.0.0.0/8"],
  [to({ kind: "prefix-list", id: "pl-1" }, "47", 0), "protocol 47 to pl-1"],
  [from("sg-1"), "tcp 5432 from sg-1"],
])("%j reads: %s", (rule, text) => {
  expect(formatRule(rule)).toBe(text);
});
