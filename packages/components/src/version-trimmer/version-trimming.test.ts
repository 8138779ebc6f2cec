import { beforeEach, describe, expect, test } from "@jest/globals";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { VpcFunction, type VpcFunctionArgs } from "../function/function";
import { recordProgram } from "../testing/recorded-program";
import { VersionTrimmer, type VersionTrimmerArgs } from "./version-trimmer";
import { checkPublished, VersionTrimming, type VersionTrimmingArgs } from "./version-trimming";

const program = recordProgram(({ name }) => ({ name, arn: `arn:${name}`, version: "7" }));

async function made(type: string, name: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  return (await program.inputsByName(type))[name];
}

const FUNCTION = "aws:lambda/function:Function";
const INVOCATION = "aws:lambda/invocation:Invocation";
const POLICY = "aws:iam/rolePolicy:RolePolicy";

const least: VpcFunctionArgs = {
  vpcConfig: { subnetIds: ["subnet-a"], securityGroupIds: ["sg-1"] },
  runtime: "nodejs24.x",
  handler: "index.handler",
  s3Bucket: "code",
  role: "arn:shop",
};
const trimmer = { functionName: "trimmer", roleName: "trimmer-role" };

describe("a function whose versions are trimmed", () => {
  beforeEach(() => {
    new VpcFunction("orders", { ...least, publish: true, trimming: { trimmer, keep: 3 } });
  });

  test("has the trimmer asked for each version, in place", async () => {
    const inputs = await made(INVOCATION, "orders-trimming");
    expect(inputs).toMatchObject({ functionName: "trimmer", lifecycleScope: "CRUD", terraformKey: "trimPublishedVersions" });
    expect(JSON.parse(String(inputs?.["input"]))).toEqual({ functionName: "orders", version: "7", keep: 3 });
  });

  test("lets the trimmer list its versions and delete them, but not itself", async () => {
    const inputs = await made(POLICY, "orders-trimming");
    expect(inputs).toMatchObject({ role: "trimmer-role" });
    expect(JSON.parse(String(inputs?.["policy"]))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["lambda:ListVersionsByFunction", "lambda:ListAliases", "lambda:ListProvisionedConcurrencyConfigs"],
          Resource: "arn:orders",
        },
        { Effect: "Allow", Action: "lambda:DeleteFunction", Resource: "arn:orders:*" },
      ],
    });
  });
});

describe("the trimming of a function that is no VpcFunction", () => {
  const trimmed = (args: Partial<VersionTrimmingArgs> = {}): VersionTrimming =>
    new VersionTrimming("orders", { lambda: { name: "orders", arn: "arn:orders", version: "7" }, trimmer, keep: 3, ...args });

  test("takes an aws.lambda.Function as it is, and asks for the same", async () => {
    const lambda = new aws.lambda.Function("orders", { role: "arn:shop", publish: true });
    trimmed({ lambda });
    const inputs = await made(INVOCATION, "orders-trimming");
    expect(inputs).toMatchObject({ functionName: "trimmer", lifecycleScope: "CRUD", terraformKey: "trimPublishedVersions" });
    expect(JSON.parse(String(inputs?.["input"]))).toEqual({ functionName: "orders", version: "7", keep: 3 });
    expect(await made(POLICY, "orders-trimming")).toMatchObject({ role: "trimmer-role" });
  });

  test("needs a positive number of versions", () => {
    expect(() => trimmed({ keep: 0 })).toThrow("orders.keep: Expected a positive integer, got 0. The newest version is always kept.");
  });

  test("names what is missing", () => {
    expect(() => trimmed({ lambda: undefined as never })).toThrow("orders.lambda: Expected an object, got undefined");
    expect(() => trimmed({ trimmer: undefined as never })).toThrow("orders.trimmer: Expected an object, got undefined");
  });

  test("refuses a function that publishes nothing", () => {
    expect(() => checkPublished("orders.lambda", "$LATEST")).toThrow(
      "orders.lambda: The function publishes no versions. Set publish: true",
    );
    expect(checkPublished("orders.lambda", "1")).toBe("1");
  });
});

test("without trimming nothing is asked of anybody", async () => {
  new VpcFunction("orders", { ...least, publish: true });
  expect(await made(INVOCATION, "orders-trimming")).toBeUndefined();
  expect(await program.registered(POLICY)).toEqual([]);
});

test.each<[string, Partial<VpcFunctionArgs>, string]>([
  [
    "trimming where nothing is published",
    { trimming: { trimmer, keep: 3 } },
    "orders.trimming: The function publishes no versions. Set publish: true, or remove this argument.",
  ],
  [
    "keeping none",
    { publish: true, trimming: { trimmer, keep: 0 } },
    "orders.trimming: Expected a positive integer, got 0. The newest version is always kept.",
  ],
  [
    "keeping a half",
    { publish: true, trimming: { trimmer, keep: 1.5 } },
    "orders.trimming: Expected a positive integer, got 1.5. The newest version is always kept.",
  ],
])("%s is refused with what is wrong, where, and the fix", (_, args, says) => {
  const construct = (): VpcFunction => new VpcFunction("orders", { ...least, ...args });
  expect(construct).toThrow(pulumi.RunError);
  expect(construct).toThrow(says);
});

describe("a trimmer", () => {
  const make = (args: VersionTrimmerArgs = {}): VersionTrimmer => new VersionTrimmer("trimmer", args);

  test("is a function outside of any VPC, with a role that can do nothing yet but write its log", async () => {
    make();
    const lambda = await made(FUNCTION, "trimmer");
    expect(lambda).toMatchObject({ handler: "index.handler", role: "arn:trimmer", loggingConfig: { logGroup: "trimmer" } });
    expect(lambda).not.toHaveProperty("vpcConfig");
    const policies = (await program.registered(POLICY)).map(({ inputs }) => JSON.parse(String(inputs["policy"])) as object);
    expect(policies).toMatchObject([{ Statement: [{ Action: ["logs:CreateLogStream", "logs:PutLogEvents"] }] }]);
  });

  test("gives its tags and its Region to all that take them", async () => {
    make({ tags: { team: "shop" }, region: "eu-west-1", permissionsBoundary: "arn:b", logRetentionDays: 7 });
    const shared = { tags: { team: "shop" }, region: "eu-west-1" };
    expect(await made(FUNCTION, "trimmer")).toMatchObject(shared);
    expect(await made("aws:cloudwatch/logGroup:LogGroup", "trimmer")).toMatchObject({ ...shared, retentionInDays: 7 });
    expect(await made("aws:iam/role:Role", "trimmer")).toMatchObject({ tags: shared.tags, permissionsBoundary: "arn:b" });
  });

  test("is what a function takes as it is", async () => {
    new VpcFunction("orders", { ...least, publish: true, trimming: { trimmer: make(), keep: 1 } });
    expect(await made(INVOCATION, "orders-trimming")).toMatchObject({ functionName: "trimmer" });
  });
});
