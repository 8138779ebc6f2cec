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

describe("each peer that a rule of aws-native can name is read", () => {
  const rows = [
    { name: "cidrIp", value: "10.0.0.0/8", peer: { kind: "cidr", cidr: "10.0.0.0/8" } },
    { name: "cidrIpv6", value: "2001:db8::/32", peer: { kind: "cidr", cidr: "2001:db8::/32" } },
    { name: "destinationPrefixListId", value: "pl-1", peer: { kind: "prefix-list", id: "pl-1" } },
    { name: "sourcePrefixListId", value: "pl-1", peer: { kind: "prefix-list", id: "pl-1" } },
    { name: "destinationSecurityGroupId", value: "sg-1", peer: { kind: "security-group", key: "sg-1" } },
    { name: "sourceSecurityGroupId", value: "sg-1", peer: { kind: "security-group", key: "sg-1" } },
  ];
  const ports = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };
  const group = (inputs: Properties = {}) => resource("aws-native:ec2:SecurityGroup", "group", { securityGroupEgress: [], ...inputs });
  const rulesOf = (...program: readonly StackResource[]) => {
    const [read] = readNetwork(program).securityGroups;
    return [read?.outbound, read?.inbound];
  };

  test.each(rows)("by $name, in blocks and in rule resources, in both directions", ({ name, value, peer }) => {
    const block = { ...ports, [name]: value };
    const [outbound, inbound] = (["outbound", "inbound"] as const).map((direction) => ({
      ok: true,
      value: [{ direction, protocol: "tcp", fromPort: 443, toPort: 443, peer }],
    }));
    const none = { ok: true, value: [] };
    const separate = (type: string) => resource(type, "rule", { ...block, groupId: UNKNOWN }, { groupId: ["group"] });
    expect(rulesOf(group({ securityGroupEgress: [block] }))).toEqual([outbound, none]);
    expect(rulesOf(group({ securityGroupIngress: [block] }))).toEqual([none, inbound]);
    expect(rulesOf(group(), separate("aws-native:ec2:SecurityGroupEgress"))).toEqual([outbound, none]);
    expect(rulesOf(group(), separate("aws-native:ec2:SecurityGroupIngress"))).toEqual([none, inbound]);
  });

  test("except in a block, or a list of blocks, that is unknown", () => {
    expect(rulesOf(group({ securityGroupEgress: [UNKNOWN] }))).toMatchObject([{ ok: false }, { ok: true }]);
    expect(rulesOf(group({ securityGroupIngress: UNKNOWN }))).toMatchObject([{ ok: true }, { ok: false }]);
  });

  test("and a group with null for its rules has AWS's default rule", () => {
    const [outbound] = rulesOf(group({ securityGroupEgress: null }));
    expect(outbound).toMatchObject({ ok: true, value: [{ protocol: "-1", fromPort: 0, toPort: 0, peer: { kind: "prefix-list" } }] });
    expect(outbound).toEqual(rulesOf(resource("aws-native:ec2:SecurityGroup", "other", {}))[0]);
  });
});

describe("the ids of aws-native resources", () => {
  const config = (property: string): Properties => ({ vpcConfig: { [property]: ["id-1"] } });
  test.each([
    ["aws-native:ec2:Vpc", "vpcId", "aws-native:ec2:Subnet", { vpcId: "id-1" }],
    ["aws-native:ec2:Subnet", "subnetId", "aws-native:lambda:Function", config("subnetIds")],
    ["aws-native:ec2:SecurityGroup", "groupId", "aws-native:lambda:Function", config("securityGroupIds")],
  ])("of %s are in the output %s", (type, output, userType, inputs) => {
    const named: StackResource = { ...resource(type, "named", {}), outputs: { [output]: "id-1", id: "other" } };
    const { subnets, attachments } = readNetwork([named, resource(userType, "user", inputs)]);
    const [attachment] = attachments;
    const found = [subnets.at(-1)?.vpc, ...(attachment?.subnets.known ?? []), ...(attachment?.securityGroups.known ?? [])];
    expect(found.filter((key) => key !== undefined)).toEqual([urn("named")]);
  });
});

test("a subnet of aws-native is public by a route to an internet gateway", () => {
  const program = (gateway: string) => [
    resource("aws-native:ec2:Subnet", "a", {}),
    resource("aws-native:ec2:InternetGateway", "gateway", {}),
    resource("aws-native:ec2:RouteTable", "table", {}),
    resource(
      "aws-native:ec2:Route",
      "route",
      { routeTableId: UNKNOWN, gatewayId: UNKNOWN },
      { routeTableId: ["table"], gatewayId: [gateway] },
    ),
    resource(
      "aws-native:ec2:SubnetRouteTableAssociation",
      "association",
      { routeTableId: UNKNOWN, subnetId: UNKNOWN },
      { routeTableId: ["table"], subnetId: ["a"] },
    ),
  ];
  expect([program("gateway"), program("table")].map((all) => readNetwork(all).subnets[0]?.public)).toEqual([true, false]);
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

test("a group that an update changes is not one that the update creates", () => {
  const inputs = { groupDescription: "orders", vpcId: "vpc-1", securityGroupEgress: [rule] };
  const outputs: Properties = { ...inputs, id: "sg-1", groupId: UNKNOWN };
  const changed = { ...resource("aws-native:ec2:SecurityGroup", "changed", inputs), outputs };
  const [group] = readNetwork([changed]).securityGroups;
  expect(group).toMatchObject({ id: "sg-1" });
  expect(group?.creating).toBeUndefined();
});
