import { describe, expect, test } from "@jest/globals";
import { hasPublicAddress, rangesOverlap } from "./public-range";

describe("a range has an address that the internet routes", () => {
  test.each([
    ["0.0.0.0/0", true],
    ["192.0.2.0/24", true],
    ["8.0.0.0/7", true],
    ["10.0.0.0/7", true],
    ["::/0", true],
    ["2001:db8::/56", true],
    ["10.0.0.0/8", false],
    ["10.9.0.0/16", false],
    ["172.31.0.0/16", false],
    ["172.32.0.0/16", true],
    ["100.64.0.0/10", false],
    ["169.254.169.254/32", false],
    ["fd00::/8", false],
    ["fe80::1/128", false],
    ["10.0.0.0", undefined],
    ["everywhere", undefined],
  ])("%s: %s", (cidr, expected) => {
    expect(hasPublicAddress(cidr)).toBe(expected);
  });
});

describe("two ranges overlap, in both orders", () => {
  test.each([
    ["10.0.0.0/16", "10.0.255.0/24", true],
    ["10.0.0.0/16", "0.0.0.0/0", true],
    ["10.0.0.0/16", "10.0.0.0/16", true],
    ["10.0.0.0/16", "10.1.0.0/16", false],
    ["10.0.0.0/16", "::/0", false],
    ["10.0.0.0/16", "10.0.0.0", undefined],
  ])("%s and %s: %s", (one, other, expected) => {
    expect([rangesOverlap(one, other), rangesOverlap(other, one)]).toEqual([expected, expected]);
  });
});
