import { describe, expect, test } from "@jest/globals";
import { networkText, prefixResource, readUpdatePrefix } from "./update-prefix";
import type { StackResource } from "./stack/stack-resource";
import type { Properties } from "./stack/value";

const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;
const provider = { urn: urn("pulumi:providers:aws", "default_7_48_0") };
const FUNCTION = "aws:lambda/function:Function";
const vpcConfig = { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] };

function arriving(type: string, name: string, inputs: Properties): StackResource | undefined {
  return prefixResource({ urn: urn(type, name), type, provider, props: {} }, inputs);
}

describe("a resource can break a monotone policy", () => {
  test.each([
    { type: FUNCTION, inputs: { vpcConfig } },
    { type: FUNCTION, inputs: { capacityProviderConfig: {} } },
    { type: "aws-native:lambda:Function", inputs: { vpcConfig } },
    { type: "aws:lambda/coreNetworkConnector:CoreNetworkConnector", inputs: {} },
    { type: "aws:efs/mountTarget:MountTarget", inputs: { subnetId: "subnet-1" } },
    { type: "pulumi:providers:aws", inputs: { region: "us-east-1" } },
  ])("as $type", ({ type, inputs }) => expect(arriving(type, "one", inputs)).toMatchObject({ type, inputs }));

  test.each([
    { sentence: "a function without a VPC", type: FUNCTION, inputs: { memorySize: 128 } },
    { sentence: "a subnet", type: "aws:ec2/subnet:Subnet", inputs: { vpcId: "vpc-1" } },
    { sentence: "a role", type: "aws:iam/role:Role", inputs: {} },
    { sentence: "a component", type: "shop:index:Holder", inputs: { vpcConfig } },
  ])("but not as $sentence", ({ type, inputs }) => expect(arriving(type, "one", inputs)).toBeUndefined());

  test("but not without its type", () => expect(prefixResource({ urn: urn(FUNCTION, "one"), props: {} }, { vpcConfig })).toBeUndefined());
});

describe("functions have one text", () => {
  const textOf = (inputs: Properties): string | undefined => {
    const one = arriving(FUNCTION, "one", inputs);
    return one && networkText(one);
  };

  test("if their networks are equal, whatever else they are", () =>
    expect(textOf({ vpcConfig })).toBe(textOf({ vpcConfig, memorySize: 256 })));

  test.each([{ subnetIds: ["subnet-2"] }, { securityGroupIds: ["sg-1", "sg-2"] }, { vpcId: "vpc-1" }, { ipv6AllowedForDualStack: true }])(
    "but not with %j",
    (other) => expect(textOf({ vpcConfig })).not.toBe(textOf({ vpcConfig: { ...vpcConfig, ...other } })),
  );

  test("other resources have none", () => {
    const target = arriving("aws:efs/mountTarget:MountTarget", "one", { subnetId: "subnet-1" });
    expect(target && networkText(target)).toBeUndefined();
  });
});

test("the network of an update has ids, and no possible aliases of them", () => {
  const adopting: StackResource = {
    ...{
      urn: urn("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default"),
      type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    },
    ...{ custom: true, inputs: {}, outputs: {}, propertyDependencies: {} },
  };
  const one = arriving(FUNCTION, "one", { vpcConfig });
  const network = readUpdatePrefix(one === undefined ? [] : [one, adopting]);
  expect(network).toMatchObject({ idsOnly: true, attachments: [{ subnets: { known: ["subnet-1"], holes: 0 } }] });
  expect(network).not.toHaveProperty("aliases");
});
