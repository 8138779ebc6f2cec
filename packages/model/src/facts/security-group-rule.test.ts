import { expect, test } from "@jest/globals";
import { protocolName } from "./security-group-rule";

test.each([
  ["-1", "all"],
  ["ALL", "all"],
  ["6", "tcp"],
  ["Tcp", "tcp"],
  [" 17 ", "udp"],
  ["1", "icmp"],
  ["58", "icmpv6"],
  ["47", "47"],
  ["constructor", "constructor"],
])("protocol %j is called %j", (written, name) => {
  expect(protocolName(written)).toBe(name);
});
