import * as aws from "@pulumi/aws";
import { describe, expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import { VpcFunction, type VpcFunctionArgs } from "./function";
import type { ManagedSettings, FunctionSettings } from "./function-settings";
import { SharedVpcConfig } from "../shared-vpc-config/shared-vpc-config";
import { FunctionRole } from "../execution-role/function-role";
import { GrantedAccess, GrantedResource } from "../grants/grant-args";
import { recordProgram, valueOf } from "../testing/recorded-program";

const { registered: made, warnings: said } = recordProgram(({ name }) => ({ name, arn: `arn:${name}`, version: "7" }));

const FUNCTION = "aws:lambda/function:Function";
const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/rolePolicy:RolePolicy";
const ALIAS = "aws:lambda/alias:Alias";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

const least: VpcFunctionArgs = {
  vpcConfig: { subnetIds: ["subnet-a"], securityGroupIds: ["sg-1"] },
  runtime: "nodejs22.x",
  handler: "index.handler",
  s3Bucket: "code",
};

/** Every argument of the provider's function is passed through or decided here; this stops compiling where one is forgotten. */
type Forgotten = Exclude<keyof aws.lambda.FunctionArgs, keyof FunctionSettings | ManagedSettings>;
const forgotten: Forgotten[] = [];

test("it takes whatever the provider's function takes", () => {
  expect(forgotten).toEqual([]);
});

test("it registers under its token, without the class's name, which is another in TypeScript for Function's sake", async () => {
  new VpcFunction("orders", least);
  expect(await made("lambda-vpc:index:Function")).toMatchObject([{ name: "orders" }]);
});

describe("of itself it has", () => {
  test("its settings as given, in its network, with its role and log group", async () => {
    new VpcFunction("orders", { ...least, timeout: 30, environment: { variables: { TABLE: "orders" } }, publish: true });
    const [lambda] = await made(FUNCTION);
    expect(lambda?.inputs).toMatchObject({
      ...least,
      timeout: 30,
      environment: { variables: { TABLE: "orders" } },
      publish: true,
      role: "arn:orders",
      loggingConfig: { logFormat: "Text", logGroup: "orders" },
    });
    expect(lambda?.inputs).not.toHaveProperty("replaceSecurityGroupsOnDestroy");
  });

  test("a log group that keeps 30 days, a role of Lambda's, and a policy each for network and log", async () => {
    new VpcFunction("orders", { ...least, tags: { team: "shop" } });
    expect(await made(LOG_GROUP)).toMatchObject([
      { inputs: { namePrefix: "/aws/lambda/orders-", retentionInDays: 30, tags: { team: "shop" } } },
    ]);
    expect(await made(ROLE)).toMatchObject([{ inputs: { tags: { team: "shop" } } }]);
    expect((await made(POLICY)).map(({ name }) => name).sort()).toEqual(["orders-log", "orders-network"]);
  });

  test("a log group of Lambda's name where the function's name is given", async () => {
    new VpcFunction("orders", { ...least, name: "shop-orders", region: "eu-west-1", logRetentionDays: 7 });
    expect(await made(LOG_GROUP)).toMatchObject([{ inputs: { name: "/aws/lambda/shop-orders", retentionInDays: 7, region: "eu-west-1" } }]);
  });
});

describe("by choice it has", () => {
  test("a log group of somebody else's, and no other", async () => {
    new VpcFunction("orders", { ...least, loggingConfig: { logGroup: "shop", logFormat: "JSON" } });
    expect(await made(LOG_GROUP)).toEqual([]);
    expect(await made(FUNCTION)).toMatchObject([{ inputs: { loggingConfig: { logFormat: "JSON", logGroup: "shop" } } }]);
    const log = (await made(POLICY)).find(({ name }) => name === "orders-log");
    expect(log?.inputs["policy"]).toContain("arn:*:logs:*:*:log-group:shop:*");
  });

  test("further permissions, in a policy of their own", async () => {
    const conditions = [{ test: "StringLike", variable: "s3:prefix", values: ["orders/*"] }];
    new VpcFunction("orders", { ...least, permissions: [{ actions: ["s3:ListBucket"], resources: ["arn:aws:s3:::b"], conditions }] });
    const own = (await made(POLICY)).find(({ name }) => name === "orders-permissions");
    expect(JSON.parse(String(own?.inputs["policy"]))).toMatchObject({
      Statement: [
        {
          Effect: "Allow",
          Action: ["s3:ListBucket"],
          Resource: ["arn:aws:s3:::b"],
          Condition: { StringLike: { "s3:prefix": ["orders/*"] } },
        },
      ],
    });
  });

  test("grants in the same policy, on which the function depends", async () => {
    const grants = [{ resource: GrantedResource.Queue, access: GrantedAccess.Consume, arn: "arn:queue" }];
    new VpcFunction("orders", { ...least, grants, permissions: [{ actions: ["ses:SendEmail"], resources: ["arn:identity"] }] });
    const own = (await made(POLICY)).find(({ name }) => name === "orders-permissions");
    expect(JSON.parse(String(own?.inputs["policy"]))).toMatchObject({
      Statement: [
        { Action: ["ses:SendEmail"], Resource: ["arn:identity"] },
        { Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], Resource: ["arn:queue"] },
      ],
    });
  });

  test("an alias of its latest version, and one that shares it with the version before", async () => {
    const { aliasArn } = new VpcFunction("orders", { ...least, publish: true, region: "eu-west-1", alias: { name: "live" } });
    const alias = { name: "live", previousVersion: "4", previousWeight: 0.9 };
    new VpcFunction("users", { ...least, publish: true, alias });
    expect(await valueOf(aliasArn ?? "")).toBe("arn:orders-live");
    const [plain, shared] = await made(ALIAS);
    expect(plain).toMatchObject({
      name: "orders-live",
      inputs: { name: "live", functionName: "orders", functionVersion: "7", region: "eu-west-1" },
    });
    expect(plain?.inputs).not.toHaveProperty("routingConfig");
    expect(shared).toMatchObject({ inputs: { functionVersion: "7", routingConfig: { additionalVersionWeights: { "4": 0.9 } } } });
  });

  test("a resource that event helpers of the AWS provider take", () => {
    expect(aws.lambda.Function.isInstance(new VpcFunction("orders", least).lambda)).toBe(true);
  });

  test("a role of somebody else's, to which nothing is done, and a quick deletion", async () => {
    new VpcFunction("orders", { ...least, role: "arn:shop", quickDeletion: { replacementSecurityGroupIds: ["sg-default"] } });
    expect([...(await made(ROLE)), ...(await made(POLICY))]).toEqual([]);
    expect(await made(FUNCTION)).toMatchObject([
      { inputs: { role: "arn:shop", replaceSecurityGroupsOnDestroy: true, replacementSecurityGroupIds: ["sg-default"] } },
    ]);
  });
});

describe("a role that goes before Lambda has deleted the ENIs orphans them, which", () => {
  const networkOf = (roles?: FunctionRole[]): SharedVpcConfig =>
    new SharedVpcConfig("shared", { vpcId: "vpc-1", subnetIds: ["subnet-a"], ...(roles === undefined ? {} : { roles }) });
  const orphans = "orders can delete its role before Lambda has deleted its ENIs, which orphans them: no security group of this program";

  test("is prevented by the group of a shared configuration that lists the role", async () => {
    const executionRole = new FunctionRole("orders", { tags: { team: "shop" }, permissionsBoundary: "arn:b" });
    const permissions = [{ actions: ["s3:GetObject"], resources: ["*"] }];
    const { roleName, roleArn } = new VpcFunction("orders", {
      ...least,
      vpcConfig: networkOf([executionRole]),
      executionRole,
      permissions,
    });
    expect([await valueOf(roleArn), await valueOf(roleName ?? "")]).toEqual(["arn:orders", "orders"]);
    expect(await made(ROLE)).toMatchObject([{ name: "orders", inputs: { tags: { team: "shop" }, permissionsBoundary: "arn:b" } }]);
    expect((await made(POLICY)).map(({ name }) => name).sort()).toEqual(["orders-log", "orders-network", "orders-permissions"]);
    expect(await made(FUNCTION)).toMatchObject([{ inputs: { vpcConfig: { securityGroupIds: ["shared-id"] }, role: "arn:orders" } }]);
    expect(said()).toEqual([]);
  });

  test.each<[string, () => Partial<VpcFunctionArgs>]>([
    ["lists, and the function gets a new role", () => ({ vpcConfig: networkOf().vpcConfig })],
    ["groups of somebody else", () => ({})],
    [
      "groups of somebody else that are shared",
      () => ({
        vpcConfig: new SharedVpcConfig("shared", { subnetIds: ["subnet-a"], securityGroupIds: ["sg-1"] }),
        executionRole: new FunctionRole("orders", {}),
      }),
    ],
  ])("is warned about where its network is %s", (_, args) => {
    new VpcFunction("orders", { ...least, ...args() });
    expect(said()).toEqual([expect.stringContaining(orphans)]);
  });

  test.each<[string, () => Partial<VpcFunctionArgs>, string]>([
    ["the function would create the role after the group", () => ({}), "Create a FunctionRole first, pass it here and in roles of"],
    [
      "the group does not wait for the role",
      () => ({ executionRole: new FunctionRole("orders", {}) }),
      "The security group of vpcConfig does not depend on this role, so destroying both can orphan ENIs. Add it to roles of",
    ],
  ])("is refused where %s", (_, args, says) => {
    const construct = (): VpcFunction => new VpcFunction("orders", { ...least, vpcConfig: networkOf([]), ...args() });
    expect(construct).toThrow(pulumi.RunError);
    expect(construct).toThrow(`orders.executionRole: `);
    expect(construct).toThrow(says);
  });

  test.each<[string, () => Partial<VpcFunctionArgs>]>([
    ["roles that outlive the function", () => ({ role: "arn:shop", vpcConfig: networkOf() })],
    ["lists whose group the program has depend on the role", () => ({ executionRole: new FunctionRole("orders", {}) })],
  ])("is no matter of %s", (_, args) => {
    new VpcFunction("orders", { ...least, ...args() });
    expect(said()).toEqual([]);
  });
});

describe("mistakes are refused with what is wrong, where, and the fix", () => {
  const noNetwork = "Pass a SharedVpcConfig, or an object with subnetIds and securityGroupIds.";
  test.each<[string, object, string]>([
    ["no network", { vpcConfig: undefined }, `orders.vpcConfig: Expected the network of the function, got undefined. ${noNetwork}`],
    ["null for a network", { vpcConfig: null }, `orders.vpcConfig: Expected the network of the function, got null. ${noNetwork}`],
    [
      "a promise of a network",
      { vpcConfig: Promise.resolve(least.vpcConfig) },
      `orders.vpcConfig: Expected the network of the function, got a Promise. ${noNetwork}`,
    ],
    ["a network without lists", { vpcConfig: {} }, "orders.vpcConfig.subnetIds: Expected a list of ids, got undefined."],
    [
      "empty lists, which Lambda takes as no VPC",
      { vpcConfig: { subnetIds: [], securityGroupIds: [] } },
      "orders.vpcConfig.subnetIds: Expected 1 to 16 elements, got 0.",
    ],
    [
      "subnets without groups",
      { vpcConfig: { subnetIds: ["subnet-a"] } },
      "orders.vpcConfig.securityGroupIds: Expected a list of ids, got undefined.",
    ],
    [
      "an id that is undefined",
      { vpcConfig: { subnetIds: ["subnet-a", undefined], securityGroupIds: ["sg-1"] } },
      "orders.vpcConfig.subnetIds[1]: Expected an id, got undefined.",
    ],
    [
      "trimming without a trimmer",
      { publish: true, trimming: { keep: 2 } },
      "orders.trimming.trimmer: Expected a VersionTrimmer, got undefined. Create one, or remove trimming.",
    ],
    [
      "a quick deletion where the role goes too",
      { quickDeletion: { replacementSecurityGroupIds: ["sg-default"] } },
      "orders.quickDeletion: The created role is deleted with the function, before Lambda has deleted the ENIs. Set role to a role that outlives the function, or remove quickDeletion.",
    ],
    [
      "permissions for a role of one's own",
      { role: "arn:shop", permissions: [] },
      "orders.permissions: It applies to the created role only. Add it to the role that you pass, or remove role.",
    ],
    [
      "two roles",
      { role: "arn:shop", executionRole: {} },
      "orders.executionRole: The function has one role. Remove role or executionRole.",
    ],
    [
      "a boundary for a role that exists",
      { executionRole: {}, permissionsBoundary: "arn:b" },
      "orders.permissionsBoundary: The role exists already. Set it on the FunctionRole.",
    ],
    ["a role that is undefined by mistake", { executionRole: null }, "orders.executionRole: Expected an object, got null."],
    ["grants for a role of one's own", { role: "arn:shop", grants: [] }, "orders.grants: It applies to the created role only."],
    [
      "an alias of no version",
      { alias: { name: "live" } },
      "orders.alias: The function publishes no versions, so the alias would name $LATEST. Set publish to true, or remove alias.",
    ],
    ["an alias without a name", { publish: true, alias: {} }, "orders.alias.name: Set the name of the alias, such as live."],
    [
      "half of a gradual deployment",
      { publish: true, alias: { name: "live", previousVersion: "4" } },
      "orders.alias: Set previousVersion and previousWeight, or neither.",
    ],
    [
      "a weight that is no share",
      { publish: true, alias: { name: "live", previousVersion: "4", previousWeight: 1 } },
      "orders.alias.previousWeight: Expected a share above 0 and below 1, got 1.",
    ],
    [
      "a boundary for a role of one's own",
      { role: "arn:shop", permissionsBoundary: "arn:b" },
      "orders.permissionsBoundary: It applies to the created role only. Add it to the role that you pass, or remove role.",
    ],
  ])("%s", (_, args, says) => {
    const construct = (): VpcFunction => new VpcFunction("orders", { ...least, ...args } as VpcFunctionArgs);
    expect(construct).toThrow(pulumi.RunError);
    expect(construct).toThrow(says);
  });
});
