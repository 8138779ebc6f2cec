import { expect, test } from "@jest/globals";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withPack } from "@lambda-vpc/test-stacks/packs";
import { printed, type Program, withWorkspace, type Workspace } from "@lambda-vpc/test-stacks/workspace";

const [vpcId, a, b, group] = ["vpc-0c0ffee0000000001", "subnet-0a0000000000000a1", "subnet-0b0000000000000b2", "sg-0e0000000000000e5"];
const network = {
  vpcs: [{ id: vpcId, cidrBlock: "10.0.0.0/16" }],
  subnets: [
    { id: a, vpcId, cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" },
    { id: b, vpcId, cidrBlock: "10.0.1.0/24", availabilityZone: "us-east-1b" },
  ],
  securityGroups: [{ id: group, name: "web", vpcId }],
};

const configurations = [{ name: "web", subnetIds: [a, b], securityGroupIds: [group] }];
const moving = { all: "disabled", "move-to-approved-vpc-config": { enforcementLevel: "remediate", configurations } };
const refusing = { ...moving, "approved-vpc-configs": { enforcementLevel: "mandatory", configurations } };

/** The function `orders` with one subnet of the two that are approved. */
const onOneSubnet = (code: string): string => `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
});
const policyArn = aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole;
const permissions = new aws.iam.RolePolicyAttachment("network", { role: role.name, policyArn });
new aws.lambda.Function(
  "orders",
  {
    role: role.arn,
    runtime: "nodejs22.x",
    handler: "index.handler",
    code: ${code},
    environment: { variables: { KEY: pulumi.secret("hidden"), ROLE: role.arn } },
    vpcConfig: { subnetIds: ["${a}"], securityGroupIds: ["${group}"] },
  },
  { dependsOn: permissions },
);
`;

const fileArchive = `new pulumi.asset.FileArchive("./code")`;
const assetArchive = `new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => 1;") })`;

/** A stack with that function in an account that has the network already. */
async function stackWith({ engine, folder, hosted: program }: Workspace, code: string): Promise<Program> {
  const seed = join(folder, "network.json");
  writeFileSync(seed, JSON.stringify(network));
  const seeded = await engine.simulatedAws(["seed", seed]);
  if (seeded.exitCode !== 0) throw new Error(`seed failed: ${seeded.stderr}`);
  const stack = await program("03-existing-vpc", () => onOneSubnet(code));
  mkdirSync(join(stack.folder, "code"));
  writeFileSync(join(stack.folder, "code/index.js"), "exports.handler = async () => ({ statusCode: 200 });\n");
  return stack;
}

/** The subnets in which the account holds network interfaces. */
async function subnetsHeld({ engine }: Workspace): Promise<readonly string[]> {
  const { stdout } = await engine.simulatedAws(["enis", "--json"]);
  return (JSON.parse(stdout) as readonly { readonly subnet: string }[]).map(({ subnet }) => subnet).sort();
}

/** The exit code of a run, and what it printed where it is another than expected. */
function ended(result: Parameters<typeof printed>[0], exitCode = 0): object {
  return { exitCode: result.exitCode, printed: result.exitCode === exitCode ? "" : printed(result) };
}

test("a function over one of two approved subnets is moved, in preview and deployment, and its secrets stay secret", () =>
  withWorkspace(async (workspace) => {
    const stack = await stackWith(workspace, fileArchive);

    const preview = await stack.pulumi("preview --show-policy-remediations", ...withPack(stack, refusing));
    expect(ended(preview)).toEqual({ exitCode: 0, printed: "" });
    expect(printed(preview)).toMatch(/\[remediate\] +move-to-approved-vpc-config +\(aws:lambda:Function: orders\) \[diff: ~vpcConfig\]/);
    expect(printed(preview)).not.toMatch(/\[(mandatory|advisory)\]/);

    const up = await stack.pulumi("up --yes --skip-preview", ...withPack(stack, refusing));
    expect(ended(up)).toEqual({ exitCode: 0, printed: "" });
    expect(await subnetsHeld(workspace)).toEqual([a, b]);
    expect((await stack.pulumi("stack export")).stdout).not.toMatch("hidden");

    const again = await stack.pulumi("preview --expect-no-changes", ...withPack(stack, refusing));
    expect(ended(again)).toEqual({ exitCode: 0, printed: "" });
  }));

test("a function whose code is an AssetArchive is left where it is and told, and neither preview nor deployment fails", () =>
  withWorkspace(async (workspace) => {
    const stack = await stackWith(workspace, assetArchive);
    const told =
      /\[advisory\].*move-to-approved-vpc-config +\(aws:lambda:Function: orders\)\s+Function orders matches web and is not moved: its code is an AssetArchive\.[^]*Set securityGroupIds to [^]*, or use a FileArchive for the code/;

    const preview = await stack.pulumi("preview", ...withPack(stack, moving));
    expect(ended(preview)).toEqual({ exitCode: 0, printed: "" });
    expect(printed(preview)).toMatch(told);
    expect(printed(preview)).not.toMatch("[remediate]");

    const up = await stack.pulumi("up --yes --skip-preview", ...withPack(stack, moving));
    expect(ended(up)).toEqual({ exitCode: 0, printed: "" });
    expect(printed(up)).toMatch(told);
    expect(await subnetsHeld(workspace)).toEqual([a]);
  }));

test("what cannot be moved is refused where only approved configurations are let through, with the difference", () =>
  withWorkspace(async (workspace) => {
    const stack = await stackWith(workspace, assetArchive);
    const preview = await stack.pulumi("preview", ...withPack(stack, refusing));
    expect(preview.exitCode).not.toBe(0);
    expect(printed(preview)).toMatch(/\[mandatory\].*approved-vpc-configs[^]*Nearest: web \(missing subnet subnet-0b\w+\)/);
  }));
