import { describe, expect, test } from "@jest/globals";
import { canonicalPermissions, type SecurityGroup } from "@lambda-vpc/model";
import { readNetwork } from "../read-network";
import type { StackResource } from "./stack-resource";
import { type Properties, UNKNOWN } from "./value";

const urn = (name: string): string => `urn:pulumi:dev::native::type::${name}`;

function resource(
  type: string,
  name: string,
  inputs: Properties,
  dependsOn: Readonly<Record<string, readonly string[]>> = {},
): StackResource {
  const propertyDependencies = Object.fromEntries(Object.entries(dependsOn).map(([property, names]) => [property, names.map(urn)]));
  return { urn: urn(name), type, custom: true, inputs, outputs: { ...inputs, id: UNKNOWN }, propertyDependencies };
}

const rule = { ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIp: "10.0.0.0/8" };
const native = [
  resource("aws-native:ec2:Vpc", "main", { cidrBlock: "10.0.0.0/16" }),
  resource("aws-native:ec2:Subnet", "a", { vpcId: UNKNOWN, mapPublicIpOnLaunch: true }, { vpcId: ["main"] }),
  resource("aws-native:ec2:SecurityGroup", "inline", { vpcId: UNKNOWN, securityGroupEgress: [rule] }, { vpcId: ["main"] }),
  resource("aws-native:ec2:SecurityGroup", "separate", { vpcId: UNKNOWN, securityGroupEgress: [] }, { vpcId: ["main"] }),
  resource("aws-native:ec2:SecurityGroupEgress", "rule", { ...rule, groupId: UNKNOWN }, { groupId: ["separate"] }),
  resource("aws-native:ec2:SecurityGroup", "default", { vpcId: UNKNOWN }, { vpcId: ["main"] }),
  resource(
    "aws-native:lambda:Function",
    "orders",
    { vpcConfig: { subnetIds: [UNKNOWN], securityGroupIds: [UNKNOWN] } },
    { vpcConfig: ["a", "inline"] },
  ),
];

/** Read in each test: an error while the module loads would fail the file without naming a test. */
const network = () => readNetwork(native);

function permissions(name: string): string {
  const { outbound }: Partial<SecurityGroup> = network().securityGroups.find(({ key }) => key === urn(name)) ?? {};
  return outbound?.ok === true ? canonicalPermissions(outbound.value) : "unknown";
}

describe("resources of aws-native", () => {
  test("are read as those of aws: subnets with their VPC, functions with their lists", () => {
    expect(network().subnets).toMatchObject([{ key: urn("a"), vpc: urn("main"), public: true }]);
    expect(network().attachments).toMatchObject([
      { consumer: urn("orders"), subnets: { holes: 1, candidates: [urn("a")] }, securityGroups: { holes: 1, candidates: [urn("inline")] } },
    ]);
  });

  test("let out the same by a rule of their own and by a rule resource", () => {
    expect(permissions("inline")).not.toBe("unknown");
    expect(permissions("separate")).toBe(permissions("inline"));
  });

  test("without rules of their own let out what AWS's default lets out, which equals no rule that is written", () => {
    expect(permissions("default")).not.toBe("unknown");
    expect(permissions("default")).not.toBe(permissions("inline"));
  });
});

describe("roles of aws-native", () => {
  const allow = (action: string): Properties => ({ Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });
  const says = (...only: readonly string[]) => [{ effect: "Allow", actions: { only } }];
  const orders = resource(
    "aws-native:lambda:Function",
    "orders",
    { functionName: "orders", role: UNKNOWN, vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } },
    { role: ["functions"] },
  );
  const role = resource("aws-native:iam:Role", "functions", { policies: [{ policyName: "own", policyDocument: allow("ec2:*") }] });
  const policiesOf = (...others: readonly StackResource[]) => readNetwork([orders, role, ...others]).roles?.map(({ policies }) => policies);

  test("have the policies that they name, and those of resources that name them", () => {
    const put = resource(
      "aws-native:iam:RolePolicy",
      "put",
      { roleName: UNKNOWN, policyDocument: allow("s3:*") },
      { roleName: ["functions"] },
    );
    expect(policiesOf(put)).toMatchObject([[{ statements: says("ec2:*") }, { by: urn("put"), statements: says("s3:*") }]]);
  });

  test("have the managed policies that name them, without an attachment", () => {
    const inputs: Properties = { roles: [UNKNOWN], policyDocument: allow("sqs:*") };
    const managed = resource("aws-native:iam:ManagedPolicy", "managed", inputs, { roles: ["functions"] });
    expect(policiesOf(managed)).toMatchObject([[{ statements: says("ec2:*") }, { by: urn("managed"), statements: says("sqs:*") }]]);
  });

  test("and functions go by the names that they are given", () => {
    expect(readNetwork([orders, role]).functions).toMatchObject([{ key: urn("orders"), name: "orders", role: urn("functions") }]);
  });
});
