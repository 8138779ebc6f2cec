import { expect, test } from "@jest/globals";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { tellCombinations, withPack } from "@lambda-vpc/test-stacks/packs";
import { succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { printed, repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** Every component, in this and in a separate process, whose children of every class that takes tags are overridden. */
const PROGRAM = `
import { FunctionRole, LambdaVpc, Nat, Network, overriding, SharedVpcConfig, VersionTrimmer, VpcFunction } from "@lambda-vpc/components";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const { ec2, cloudwatch, iam, lambda } = aws;
const kinds = [ec2.Vpc, ec2.Subnet, ec2.RouteTable, ec2.Eip, ec2.NatGateway, ec2.InternetGateway, ec2.VpcEndpoint, ec2.SecurityGroup, iam.Role, cloudwatch.LogGroup, lambda.Function];
const overridden = { transforms: kinds.map((kind) => overriding(kind, (args, name) => ({ ...args, tags: { ...args.tags, Overridden: name } }))) };

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };
const network = { zones: ["us-east-1a", "us-east-1b"], nat: Nat.OnePerZone, interfaceEndpoints: ["sqs"], gatewayEndpoints: ["s3"] };

const main = new Network("main", { cidrBlock: "10.0.0.0/16", ...network }, overridden);
const executionRole = new FunctionRole("orders", {}, overridden);
const shared = new SharedVpcConfig("shared", { vpcId: main.vpcId, subnetIds: main.subnetIds, roles: [executionRole] }, overridden);
const trimming = { trimmer: new VersionTrimmer("trimmer", {}, overridden), keep: 2 };
new VpcFunction("orders", { ...settings, vpcConfig: shared, executionRole, publish: true, trimming }, overridden);
const sets = { web: { reach: { web: { port: 443, cidr: "0.0.0.0/0" } } } };
new LambdaVpc("shop", { network: { cidrBlock: "10.1.0.0/16", ...network }, sets, functions: { refunds: settings } }, overridden);

class RemoteLambdaVpc extends pulumi.ComponentResource {
  constructor(name: string, args: object, options: pulumi.ComponentResourceOptions) {
    super("lambda-vpc:index:LambdaVpc", name, args, options, true);
  }
}
new RemoteLambdaVpc("far", { network: { cidrBlock: "10.2.0.0/16", ...network }, sets, functions: { refunds: settings } }, overridden);
`;

interface Step {
  readonly newState?: {
    readonly type: string;
    readonly urn: string;
    readonly inputs?: { readonly tags?: { readonly Overridden?: string } };
  };
}

/** Types of children that have no tags. */
const UNTAGGED = /Route|RouteTableAssociation|RolePolicy|Invocation$/;

test("each child of each component can be overridden by its class, also of components in another process, and policies see through it", () =>
  withWorkspace(async ({ hosted: program }) => {
    const stack = await program("02-one-shared-configuration", () => PROGRAM);
    const providers = [{ name: "lambda-vpc", path: join(repositoryRoot, "packages/components") }];
    appendFileSync(join(stack.folder, "Pulumi.yaml"), `plugins: ${JSON.stringify({ providers })}\n`);
    const { stdout } = await succeeds(stack, "preview --json");
    const { steps } = JSON.parse(stdout) as { readonly steps: readonly Step[] };
    const children = steps.flatMap(({ newState }) => (newState?.type.startsWith("aws:") === true ? [newState] : []));
    const tagged = children.filter(({ type }) => type === "aws:ec2/routeTable:RouteTable" || !UNTAGGED.test(type));
    expect(tagged.length).toBeGreaterThan(60);
    expect(tagged.filter(({ urn, inputs }) => inputs?.tags?.Overridden !== urn.split("::").at(-1)).map(({ urn }) => urn)).toEqual([]);
    const told = printed(await stack.pulumi("preview", ...withPack(stack, tellCombinations)));
    expect(told).toMatch(/3 VPCs \(far, shop, main\)\. First: 2 combinations for the 1 function in VPC far;/);
  }));
