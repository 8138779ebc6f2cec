import { expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Input, type Inputs, preview, resource, settled, urnOf } from "../testing/program";
import { securityGroup, subnet, vpc } from "../testing/sample-resources";

const main = vpc("main");
const [home, group] = [subnet("home", main), securityGroup("group")];
const lists = { subnetIds: [idOf(home)], securityGroupIds: [idOf(group)] };
const asked = (ipv6AllowedForDualStack: Input): Inputs => ({ vpcConfig: { ...lists, ipv6AllowedForDualStack } });

test.each([
  { sentence: "a function that says true asks for IPv6", inputs: asked(true), before: true, after: true },
  { sentence: "a function that says false does not", inputs: asked(false), before: false, after: false },
  { sentence: "a function that says nothing does not", inputs: { vpcConfig: lists }, before: false, after: false },
  { sentence: "a function outside every VPC does not", inputs: {}, before: false, after: false },
  { sentence: "a function that gives null does not", inputs: asked(null), before: false, after: false },
  { sentence: "an unknown answer is unknown until it is made", inputs: asked(applied([main], true)), before: undefined, after: true },
  {
    sentence: "an unknown vpcConfig hides the answer until it is made",
    inputs: { vpcConfig: applied([main, home, group], lists) },
    before: undefined,
    after: false,
  },
])("$sentence", ({ inputs, before, after }) => {
  const orders = resource("aws:lambda/function:Function", "orders", inputs);
  for (const [view, expected] of [[preview, before] as const, [settled, after] as const]) {
    const [found] = networkOf(view([main, home, group, orders])).functions ?? [];
    expect(found).toMatchObject({
      key: urnOf(orders),
      dualStack: expected === undefined ? { ok: false, error: expect.stringContaining("IPv6") } : { ok: true, value: expected },
    });
  }
});
