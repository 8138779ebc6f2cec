import { expect, test } from "@jest/globals";
import { strictPreset, wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { printedFindings } from "@lambda-vpc/test-stacks/printed-findings";
import { exportedResources, succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { type Program, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

const source = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { FunctionRole, SharedVpcConfig, VpcFunction } from "@lambda-vpc/components";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) => new aws.ec2.Subnet(zone, { vpcId: vpc.id, cidrBlock: \`10.0.\${index}.0/24\`, availabilityZone: \`us-east-1\${zone}\` }).id,
);
const database = new aws.ec2.SecurityGroup("database", { vpcId: vpc.id });
const orders = { port: 5432, securityGroupId: database.id, openTarget: true };
const roles = Object.fromEntries(["orders", "users", "fetch"].map((name) => [name, new FunctionRole(name, {})]));
const near = new SharedVpcConfig("database", { vpcId: vpc.id, subnetIds, reach: { orders }, roles: [roles["orders"], roles["users"]] });
const routeTableIds = [vpc.mainRouteTableId];
new aws.ec2.VpcEndpoint("s3", { vpcId: vpc.id, serviceName: "com.amazonaws.us-east-1.s3", routeTableIds });
const far = new SharedVpcConfig("internet", { vpcId: vpc.id, subnetIds, roles: [roles["fetch"]], reach: { web: { port: 443, cidr: "0.0.0.0/0" } } });

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };
const permissions = [{ actions: ["sqs:SendMessage"], resources: [database.arn] }];
for (const name of ["orders", "users"]) new VpcFunction(name, { ...settings, permissions, vpcConfig: near, executionRole: roles[name] });
new VpcFunction("fetch", { ...settings, vpcConfig: far, executionRole: roles["fetch"] });
`;

/** The policies that found something, violation or doubt. */
async function findings(stack: Program): Promise<readonly string[]> {
  const { stdout } = await stack.pulumi("preview", ...withPack(stack, strictPreset(), wholePack));
  return printedFindings(stdout).map(({ policy }) => policy);
}

/** What the engine keeps waiting for what, by the names of resources of a type. */
async function awaited(stack: Program, type: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const resources = await exportedResources(stack);
  const nameOf = (urn: string): string => urn.slice(urn.lastIndexOf("::") + 2);
  const those = resources.filter((resource) => resource.type === type);
  return Object.fromEntries(those.map(({ urn, dependencies = [] }) => [nameOf(urn), dependencies.map(nameOf)]));
}

test("functions of ours in shared configurations of ours leave the strictest pack nothing to doubt, before they are made and after", () =>
  withWorkspace(async ({ hosted: program }) => {
    const stack = await program("02-one-shared-configuration", () => source);
    expect(await findings(stack)).toEqual([]);
    await succeeds(stack, "up --yes --skip-preview");
    expect(await findings(stack)).toEqual([]);
    await succeeds(stack, "preview --expect-no-changes");
    // Lambda refuses a function whose role may not manage ENIs yet; which of the two comes first is chance where nothing waits.
    expect(await awaited(stack, "aws:lambda/function:Function")).toEqual({
      orders: expect.arrayContaining(["orders-network", "orders-log", "orders-permissions"]),
      users: expect.arrayContaining(["users-network", "users-log", "users-permissions"]),
      fetch: expect.arrayContaining(["fetch-network", "fetch-log"]),
    });
  }));
