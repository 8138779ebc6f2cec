import { expect, test } from "@jest/globals";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { heldCombinations, holders, orphanedInterfaces } from "@lambda-vpc/test-stacks/account";
import { strictPreset, wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { printedFindings } from "@lambda-vpc/test-stacks/printed-findings";
import { plannedSteps } from "@lambda-vpc/test-stacks/planned-steps";
import { succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { printed, type Program, repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

const ALIAS = 'new aws.lambda.Alias("live", { name: "live", functionName: orders.functionName, functionVersion: "2" });';

/**
 * A function that keeps its last two versions of one set, in one of three sets over two subnets: with each other set or memory it publishes a version.
 * @param denied what the trimmer may not do although the function allows it
 */
function source(set: string, { further = "", denied = "s3:*", memorySize = 128 } = {}): string {
  return `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { FunctionRole, SharedVpcConfig, VersionTrimmer, VpcFunction } from "@lambda-vpc/components";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) => new aws.ec2.Subnet(zone, { vpcId: vpc.id, cidrBlock: \`10.0.\${index}.0/24\`, availabilityZone: \`us-east-1\${zone}\` }).id,
);
const executionRole = new FunctionRole("orders", {});
const reach = { https: { port: 443, cidr: "10.0.0.0/8" } };
const [x, y, z] = ["x", "y", "z"].map((name) => new SharedVpcConfig(name, { vpcId: vpc.id, subnetIds, reach, roles: [executionRole] }));
// An alias may keep a version of each set, so each group stays while its id is exported.
export const groups = [x, y, z].map(({ securityGroupIds }) => securityGroupIds);
const trimmer = new VersionTrimmer("trimmer", {});
const policy = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "${denied}", Resource: "*" }] };
const dependsOn = new aws.iam.RolePolicy("denied", { role: trimmer.roleName, policy });
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { name: "orders", runtime: "nodejs24.x", handler: "index.handler", code, memorySize: ${memorySize} };
const trimming = { trimmer, keep: 2 };
const orders = new VpcFunction("orders", { ...settings, vpcConfig: ${set}, executionRole, publish: true, trimming }, { dependsOn });
${further}
`;
}

/** Two functions that keep one version each, from one description that is made in another process, as for programs in other languages. */
function remoteSource(memorySize: number): string {
  return `
import * as pulumi from "@pulumi/pulumi";

class LambdaVpc extends pulumi.ComponentResource {
  constructor(name: string, args: object) {
    super("lambda-vpc:index:LambdaVpc", name, args, {}, true);
  }
}
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs24.x", handler: "index.handler", code, memorySize: ${memorySize}, keepVersions: 1 };
const functions = { orders: { ...settings, name: "orders" }, users: { ...settings, name: "users" } };
new LambdaVpc("shop", { network: { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a"] }, sets: { internal: {} }, functions });
`;
}

/** Replacing or deleting would cost versions, and what invokes them. */
async function expectNothingReplaced(stack: Program): Promise<void> {
  const stepsOf = await plannedSteps(stack);
  expect(stepsOf("aws:lambda/function:Function")).toEqual({ same: 1, update: 1 });
  expect(stepsOf("aws:lambda/invocation:Invocation")).toEqual({ update: 1 });
}

test("publishing again and again keeps the versions that are asked for in the present set and those that an alias names, and their combinations alone", () =>
  withWorkspace(async ({ engine, hosted: program }) => {
    const stack = await program("02-one-shared-configuration", () => source("x"));
    await succeeds(stack, "up --yes --skip-preview");
    expect(await holders(engine)).toEqual(["orders", "orders:1"]);
    const steps = [
      { program: source("x", { memorySize: 256 }), versions: ["1", "2"], sets: 1 },
      { program: source("x", { memorySize: 512, further: ALIAS }), versions: ["2", "3"], sets: 1 },
      // Versions of a former set are deleted, but not while an alias names them.
      { program: source("y", { further: ALIAS }), versions: ["2", "4"], sets: 2 },
      { program: source("z", { further: ALIAS }), versions: ["2", "5"], sets: 2 },
      // The alias is deleted after all changes: its version is checked again at the next publication.
      { program: source("y"), versions: ["2", "6"], sets: 2 },
      { program: source("y", { memorySize: 256 }), versions: ["6", "7"], sets: 1 },
    ];
    for (const { program: changed, versions, sets } of steps) {
      stack.edit(() => changed);
      await expectNothingReplaced(stack);
      await succeeds(stack, "up --yes --skip-preview");
      expect({ held: await holders(engine), combinations: await heldCombinations(engine) }).toEqual({
        held: ["orders", ...versions.map((version) => `orders:${version}`)],
        combinations: 2 * sets,
      });
    }
    await succeeds(stack, "preview --expect-no-changes");
    await succeeds(stack, "destroy --yes --skip-preview");
    expect([await holders(engine), await heldCombinations(engine), await orphanedInterfaces(engine)]).toEqual([[], 0, 0]);
  }));

test("the strictest pack has nothing to say of a function whose versions are trimmed, before it is made and after", () =>
  withWorkspace(async ({ hosted: program }) => {
    const stack = await program("02-one-shared-configuration", () => source("x"));
    const findings = async () => printedFindings((await stack.pulumi("preview", ...withPack(stack, strictPreset(), wholePack))).stdout);
    expect(await findings()).toEqual([]);
    await succeeds(stack, "up --yes --skip-preview");
    expect(await findings()).toEqual([]);
  }));

test("one trimmer serves all functions of a description that is made in another process", () =>
  withWorkspace(async ({ engine, hosted: program }) => {
    const stack = await program("02-one-shared-configuration", () => remoteSource(128));
    const providers = [{ name: "lambda-vpc", path: join(repositoryRoot, "packages/components") }];
    appendFileSync(join(stack.folder, "Pulumi.yaml"), `plugins: ${JSON.stringify({ providers })}\n`);
    await succeeds(stack, "up --yes --skip-preview");
    expect(await holders(engine)).toEqual(["orders", "orders:1", "users", "users:1"]);
    stack.edit(() => remoteSource(256));
    await succeeds(stack, "up --yes --skip-preview");
    expect(await holders(engine)).toEqual(["orders", "orders:2", "users", "users:2"]);
  }));

test("a trimming that fails says why and loses nothing, and publishing the next version makes up for it", () =>
  withWorkspace(async ({ engine, hosted: program }) => {
    const denied = "lambda:DeleteFunction";
    const stack = await program("02-one-shared-configuration", () => source("x", { denied }));
    for (const memorySize of [128, 256]) {
      stack.edit(() => source("x", { denied, memorySize }));
      await succeeds(stack, "up --yes --skip-preview");
    }
    stack.edit(() => source("x", { denied, memorySize: 512 }));
    const failed = await stack.pulumi("up --yes --skip-preview");
    expect(failed.exitCode).not.toBe(0);
    expect(printed(failed)).toMatch(
      /Trimming the versions of orders deleted no version and stopped at AccessDeniedException: .*lambda:DeleteFunction/,
    );
    expect(await holders(engine)).toEqual(["orders", "orders:1", "orders:2", "orders:3"]);
    stack.edit(() => source("x", { memorySize: 1024 }));
    await succeeds(stack, "up --yes --skip-preview");
    expect(await holders(engine)).toEqual(["orders", "orders:3", "orders:4"]);
  }));
