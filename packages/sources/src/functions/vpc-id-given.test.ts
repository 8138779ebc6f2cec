import { expect, test } from "@jest/globals";
import { readPolicyResources, SeenInputs } from "../views/policy-resources";
import { readNetwork } from "../read-network";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Input, preview, resource, settled } from "../testing/program";
import { securityGroup, subnet, vpc } from "../testing/sample-resources";

const main = vpc("main");
const [home, group] = [subnet("home", main), securityGroup("group")];
const lists = { subnetIds: [idOf(home)], securityGroupIds: [idOf(group)] };
const programOf = (vpcConfig: Input) => [main, home, group, resource("aws:lambda/function:Function", "orders", { vpcConfig })];

test.each([
  { sentence: "an id as written is given", vpcConfig: { ...lists, vpcId: "vpc-1" }, before: true, after: true },
  { sentence: "an id that shows after the deployment is given", vpcConfig: { ...lists, vpcId: idOf(main) }, before: true, after: true },
  { sentence: "no id is none, although AWS's is planned", vpcConfig: lists, before: false, after: false },
  { sentence: "no vpcConfig is none", vpcConfig: null, before: false, after: false },
  { sentence: "null is none", vpcConfig: { ...lists, vpcId: null }, before: false, after: false },
  {
    sentence: "an unknown vpcConfig hides it until it is made",
    vpcConfig: applied([main, home, group], { ...lists, vpcId: "vpc-1" }),
    before: undefined,
    after: true,
  },
])("$sentence", ({ vpcConfig, before, after }) => {
  for (const [view, expected] of [[preview, before] as const, [settled, after] as const]) {
    const [found] = networkOf(view(programOf(vpcConfig))).functions ?? [];
    expect(found?.vpcIdGiven).toMatchObject(
      expected === undefined ? { ok: false, error: expect.stringContaining("vpcConfig") } : { ok: true, value: expected },
    );
  }
});

test("it is unknown where only planned outputs show", () => {
  const { resources } = preview(programOf(lists));
  const [found] = readNetwork(readPolicyResources(resources, new SeenInputs())).functions ?? [];
  expect(found?.vpcIdGiven).toMatchObject({ ok: false, error: expect.stringContaining("inputs") });
});
