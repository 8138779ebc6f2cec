import { expect, test } from "@jest/globals";
import { ipv6Subnet } from "./ipv6-subnet";

test.each([
  ["2001:db8:1234:1a00::/56", 0, "2001:db8:1234:1a00::/64"],
  ["2001:db8:1234:1a00::/56", 33, "2001:db8:1234:1a21::/64"],
  ["2001:db8:1234:1a00::/56", 255, "2001:db8:1234:1aff::/64"],
  ["2001:db8:1234:1a08::/61", 7, "2001:db8:1234:1a0f::/64"],
])("of %s number %i is %s", (range, number, subnet) => {
  expect(ipv6Subnet(range, number)).toBe(subnet);
});

test.each([
  ["10.0.0.0/16", 0, '"10.0.0.0/16" is not an IPv6 range; specify one such as 2001:db8:1234:1a00::/56'],
  ["2001:db8:1234:1a00::/60", 16, "2001:db8:1234:1a00::/60 has 16 subnets of /64, so subnet 16 does not exist; specify a /56"],
  ["2001:db8:1234:1a00::/65", 0, "2001:db8:1234:1a00::/65 has 0 subnets of /64, so subnet 0 does not exist; specify a /56"],
])("of %s number %i is refused", (range, number, why) => {
  expect(() => ipv6Subnet(range, number)).toThrow(new Error(why));
});
