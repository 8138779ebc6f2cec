import { expect, test } from "@jest/globals";
import { heldCombinations } from "@lambda-vpc/test-stacks/account";
import { strictPreset, wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** A VPC that has run out of addresses gets a further range for functions alone, with a route to S3: as its owners write it. */
const SOURCE = `
import { FunctionRole, Network, SharedVpcConfig, VpcFunction } from "@lambda-vpc/components";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/24", enableDnsHostnames: true });
const { vpcId } = new aws.ec2.VpcIpv4CidrBlockAssociation("functions", { vpcId: vpc.id, cidrBlock: "100.64.0.0/20" });
const network = new Network("functions", {
  vpcId, cidrBlock: "100.64.0.0/20", zones: ["us-east-1a", "us-east-1b"], gatewayEndpoints: ["s3"],
});
const s3 = aws.ec2.getPrefixListOutput({ name: "com.amazonaws.us-east-1.s3" });
const executionRole = new FunctionRole("archive", {});
const vpcConfig = new SharedVpcConfig("storage", {
  vpcId, subnetIds: network.subnetIds, roles: [executionRole], reach: { s3: { port: 443, prefixListId: s3.id } },
});
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
new VpcFunction("archive", { runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig, executionRole });
`;

test("a network in a further range of a VPC passes the strict policies, comes up, stays as it is, and goes without a trace", () =>
  withWorkspace(async ({ engine, hosted: program }) => {
    const stack = await program("02-one-shared-configuration", () => SOURCE);
    await succeeds(stack, "preview", ...withPack(stack, strictPreset(), wholePack));
    await succeeds(stack, "up --yes --skip-preview");
    await succeeds(stack, "preview --expect-no-changes");
    expect(await heldCombinations(engine)).toBe(2);
    await succeeds(stack, "destroy --yes");
    expect(await heldCombinations(engine)).toBe(0);
  }));
