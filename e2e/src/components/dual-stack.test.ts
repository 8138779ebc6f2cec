import { expect, test } from "@jest/globals";
import { heldCombinations } from "@lambda-vpc/test-stacks/account";
import { exportedResources, succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { type Program, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** A dual-stack network whose functions call the internet over IPv6, as users write it. */
function source(zones: readonly string[]): string {
  return `
import { FunctionRole, Network, SharedVpcConfig, VpcFunction } from "@lambda-vpc/components";
import * as pulumi from "@pulumi/pulumi";

const network = new Network("main", {
  cidrBlock: "10.0.0.0/20", zones: ${JSON.stringify(zones)}, dualStack: true, egressOnlyInternetGateway: true,
});
const executionRole = new FunctionRole("crawl", {});
const vpcConfig = new SharedVpcConfig("internet", {
  roles: [executionRole], vpcId: network.vpcId, subnetIds: network.subnetIds, reach: { internet: { port: 443, ipv6Cidr: "::/0" } }, ipv6AllowedForDualStack: true,
});
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
new VpcFunction("crawl", { runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig, executionRole });
`;
}

test("a dual-stack network previews, comes up with a /64 of the VPC's /56 in each subnet, grows, and goes without a trace", () =>
  withWorkspace(async ({ engine, hosted: program }) => {
    const stack = await program("02-one-shared-configuration", () => source(["us-east-1a", "us-east-1c"]));
    await succeeds(stack, "preview");
    await succeeds(stack, "up --yes --skip-preview");
    await succeeds(stack, "preview --expect-no-changes");
    expect(await subnetsWithin(stack)).toEqual(["00", "40"]);

    stack.edit(() => source(["us-east-1a", "us-east-1b", "us-east-1c"]));
    await succeeds(stack, "up --yes --skip-preview");
    await succeeds(stack, "refresh --yes");
    await succeeds(stack, "preview --expect-no-changes");
    expect(await subnetsWithin(stack)).toEqual(["00", "20", "40"]);
    expect(await heldCombinations(engine)).toBe(3);

    await succeeds(stack, "destroy --yes");
    expect(await heldCombinations(engine)).toBe(0);
  }));

/** The two digits of each subnet's /64 within the VPC's /56, sorted. */
async function subnetsWithin(stack: Program): Promise<readonly string[]> {
  const resources = await exportedResources(stack);
  const ranges = (type: string) => resources.flatMap((one) => (one.type === type ? [String(one.outputs?.["ipv6CidrBlock"] ?? "")] : []));
  const [start = ""] = ranges("aws:ec2/vpc:Vpc").map((range) => range.replace(/00::\/56$/, ""));
  return ranges("aws:ec2/subnet:Subnet")
    .map((range) => (range.startsWith(start) ? range.slice(start.length, -"::/64".length) : range))
    .sort();
}
