import { describe, expect, test } from "@jest/globals";
import { AccountExample } from "../../testing/account-example";
import { generatedIpv6Range } from "./ipv6-range";
import { createFunction } from "../lambda/lambda-function";
import { changeIpv6Range } from "./subnet";
import { findVpc, putIpv6Range } from "./vpc";

const generated = { generated: true, ipv6CidrBlock: undefined };

/** An account whose VPC has a range of Amazon's, and the first /64 of it. */
function dualStackVpc() {
  const example = new AccountExample();
  const { ipv6CidrBlock = "" } = putIpv6Range(example.account, example.vpcId, generated);
  return { example, first: ipv6CidrBlock.replace("/56", "/64") };
}

describe("Amazon's range", () => {
  test.each(["vpc-0a", "vpc-0b", "vpc-0c"])("of %s is a /56 of the prefix for documentation", (id) => {
    expect(generatedIpv6Range(id)).toMatch(/^2001:db8:[0-9a-f]{1,4}:[0-9a-f]{1,2}00::\/56$/);
  });

  test("is another for each VPC, and the same whenever it is asked for", () => {
    const ranges = Array.from({ length: 200 }, (_, index) => generatedIpv6Range(`vpc-${index}`));
    expect(new Set(ranges).size).toBe(200);
    expect(generatedIpv6Range("vpc-7")).toBe(ranges[7]);
  });

  test("goes when it is asked for no more, though nothing names another", () => {
    const { example } = dualStackVpc();
    putIpv6Range(example.account, example.vpcId, { generated: false, ipv6CidrBlock: generatedIpv6Range(example.vpcId) });
    expect(findVpc(example.account, example.vpcId).ipv6CidrBlock).toBeUndefined();
  });
});

test("a subnet may keep its range, give it back, and leave it to another", () => {
  const { example, first } = dualStackVpc();
  const [one, other] = [example.subnet(), example.subnet()];
  changeIpv6Range(example.account, one, first);
  expect(changeIpv6Range(example.account, one, first).ipv6CidrBlock).toBe(first);
  expect(changeIpv6Range(example.account, one, undefined).ipv6CidrBlock).toBeUndefined();
  expect(changeIpv6Range(example.account, other, first).ipv6CidrBlock).toBe(first);
});

describe("a function that allows IPv6 traffic", () => {
  const made = (of: AccountExample, subnetIds: readonly string[]) => {
    const request = of.request("orders", subnetIds, [of.group()]);
    return createFunction(of.account, { ...request, vpcConfig: { ...request.vpcConfig, ipv6AllowedForDualStack: true } }).interfacesCreated;
  };

  test("gets its interfaces in dual-stack subnets", () => {
    const { example, first } = dualStackVpc();
    const subnet = example.subnet();
    changeIpv6Range(example.account, subnet, first);
    expect(made(example, [subnet])).toBe(1);
  });

  test("is refused where one of its subnets has no IPv6 range (docs/aws-facts.md#dual-stack)", () => {
    const { example, first } = dualStackVpc();
    const [dualStack, single] = [example.subnet(), example.subnet()];
    changeIpv6Range(example.account, dualStack, first);
    expect(() => made(example, [dualStack, single])).toThrow(
      expect.objectContaining({ code: "InvalidParameterValueException", message: expect.stringContaining(single) }),
    );
  });
});
