import { describe, expect, test } from "@jest/globals";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  FunctionFileSystem,
  FunctionRole,
  LambdaVpc,
  Nat,
  Network,
  SharedVpcConfig,
  VersionTrimmer,
  VersionTrimming,
  VpcFunction,
} from "./index";
import { recordProgram } from "./testing/recorded-program";

const program = recordProgram(() => ({ ipv6CidrBlock: "2001:db8:1:100::/56" }));

const network = {
  cidrBlock: "10.0.0.0/16",
  zones: ["eu-west-1a", "eu-west-1b"],
  dualStack: true,
  egressOnlyInternetGateway: true,
  nat: Nat.OnePerZone,
  gatewayEndpoints: ["s3"],
  interfaceEndpoints: ["sqs"],
};
const reach = { database: { port: 5432, securityGroupId: "sg-database", openTarget: true } };
const code = { runtime: "nodejs22.x", handler: "index.handler", s3Bucket: "code" };
const vpcConfig = { subnetIds: ["subnet-a"], securityGroupIds: ["sg-1"] };
const trimming = { trimmer: { functionName: "trimmer", roleName: "trimmer" }, keep: 2 };
const permissions = [{ actions: ["s3:GetObject"], resources: ["*"] }];

const everywhere = { tags: { team: "shop" }, region: "eu-west-1" };

/** Every component, with every kind of child. */
const made: readonly [string, (options: pulumi.ComponentResourceOptions) => pulumi.ComponentResource][] = [
  ["Network", (options) => new Network("main", { ...network, ...everywhere }, options)],
  [
    "SharedVpcConfig",
    (options) => {
      const shared = new SharedVpcConfig("main", { vpcId: "vpc-1", subnetIds: ["subnet-a"], reach, ...everywhere }, options);
      // The group exists if something uses its id.
      pulumi.output(shared.securityGroupIds);
      return shared;
    },
  ],
  [
    "VpcFunction",
    (options) =>
      new VpcFunction(
        "main",
        { ...code, vpcConfig, permissions, publish: true, trimming, alias: { name: "live" }, ...everywhere },
        options,
      ),
  ],
  [
    "FunctionFileSystem",
    (options) => new FunctionFileSystem("main", { vpcId: "vpc-1", subnetIds: { "eu-west-1a": "subnet-a" }, ...everywhere }, options),
  ],
  ["FunctionRole", (options) => new FunctionRole("main", everywhere, options)],
  ["VersionTrimmer", (options) => new VersionTrimmer("main", everywhere, options)],
  [
    "VersionTrimming",
    (options) => {
      const lambda = { name: "main", arn: "arn:main", version: "1", region: everywhere.region };
      return new VersionTrimming("main", { lambda, ...trimming }, options);
    },
  ],
  [
    "LambdaVpc",
    (options) => {
      const functions = { orders: { ...code, permissions, keepVersions: 2 } };
      return new LambdaVpc("main", { network, sets: { database: { reach, endpoints: true } }, functions, ...everywhere }, options);
    },
  ],
];

/** Children that take no tags. */
const WITHOUT_TAGS = ["Route", "RouteTableAssociation", "Invocation", "RolePolicy", "Alias", "MountTarget"];

/** Children that are of the whole account. */
const WITHOUT_REGION = ["Role", "RolePolicy"];

const kind = ({ type }: pulumi.runtime.MockResourceArgs): string => type.slice(type.lastIndexOf(":") + 1);

/** The children of a component, as the provider gets them. */
async function childrenOf(
  make: (options: pulumi.ComponentResourceOptions) => unknown,
): Promise<readonly pulumi.runtime.MockResourceArgs[]> {
  make({ provider: new aws.Provider("elsewhere", { region: "eu-west-1" }) });
  return (await program.registered()).filter(({ type }) => type.startsWith("aws:"));
}

describe.each(made)("every child of %s gets", (_, make) => {
  test("the component's provider", async () => {
    const children = await childrenOf(make);
    expect(children).not.toEqual([]);
    expect(children.filter(({ provider = "" }) => !provider.includes("::elsewhere::")).map(kind)).toEqual([]);
  });

  test("its Region, where it has one", async () => {
    const children = await childrenOf(make);
    const elsewhere = children.filter(({ inputs }) => (inputs as { region?: string }).region !== "eu-west-1");
    expect(elsewhere.map(kind).filter((one) => !WITHOUT_REGION.includes(one))).toEqual([]);
  });

  test("its tags, where it takes some", async () => {
    const children = await childrenOf(make);
    const untagged = children.filter(({ inputs }) => (inputs as { tags?: Record<string, string> }).tags?.["team"] !== "shop");
    expect(untagged.map(kind).filter((one) => !WITHOUT_TAGS.includes(one))).toEqual([]);
  });
});
