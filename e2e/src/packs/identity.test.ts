import { describe, expect, test } from "@jest/globals";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { tellCombinations, toldCombinations, withPack } from "@lambda-vpc/test-stacks/packs";
import { fixtures, printed, type Program, repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** What every program here begins with; `use` makes a function with the `vpcConfig` it is given. */
const PRELUDE = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SharedVpcConfig } from "@lambda-vpc/components";
import { RemoteVpc } from "${join(fixtures, "awsx/vpc.js")}";

const role = new aws.iam.Role("functions", { assumeRolePolicy: "{}" });
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const use = (name: string, vpcConfig: any) => new aws.lambda.Function(name, { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig });

class RemoteSharedVpcConfig extends pulumi.ComponentResource {
  constructor(name: string, args: any) {
    super("lambda-vpc:index:SharedVpcConfig", name, { subnetIds: undefined, securityGroupIds: undefined, ...args }, {}, true);
  }
}
`;

const OWN_NETWORK = `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const [a, b] = ["a", "b"].map((zone, index) => new aws.ec2.Subnet(zone, { vpcId: vpc.id, cidrBlock: \`10.0.\${index}.0/24\` }));
const args = { vpcId: vpc.id, subnetIds: [a.id, b.id] };
`;

/** Lets the engine find component packages as plugins, as programs in other languages do. */
function withPlugins({ folder }: Program): void {
  const providers = [
    { name: "lambda-vpc", path: join(repositoryRoot, "packages/components") },
    { name: "awsx", path: join(fixtures, "awsx") },
  ];
  appendFileSync(join(folder, "Pulumi.yaml"), `plugins: ${JSON.stringify({ providers })}\n`);
}

describe("at the first preview", () => {
  test("our shared configuration is exact, local and remote", () =>
    withWorkspace(async ({ hosted: program }) => {
      const source = `${PRELUDE}${OWN_NETWORK}
const near = new SharedVpcConfig("near", args);
const far: any = new RemoteSharedVpcConfig("far", args);
use("uses-near", near.vpcConfig);
use("uses-far", { subnetIds: far.subnetIds, securityGroupIds: far.securityGroupIds });
`;
      const stack = await program("02-one-shared-configuration", () => source);
      withPlugins(stack);
      expect(toldCombinations(await stack.pulumi("preview", ...withPack(stack, tellCombinations)))).toBe("4");
    }));

  test("an awsx VPC with two functions on one group and one on another gives {4, 4, 6}, and the rule about sets decides", () =>
    withWorkspace(async ({ hosted: program }) => {
      const source = `${PRELUDE}
const vpc: any = new RemoteVpc("network", { secondOctet: 0, privates: 2, publics: 2 }, {});
const [x, y] = ["x", "y"].map((name) => new aws.ec2.SecurityGroup(name, { vpcId: vpc.vpcId }));
for (const [name, group] of [["orders", x], ["users", x], ["reports", y]] as const)
  use(name, { subnetIds: vpc.privateSubnetIds, securityGroupIds: [group.id] });
`;
      const stack = await program("02-one-shared-configuration", () => source);
      withPlugins(stack);
      const configuration = { ...tellCombinations, "share-security-groups": { enforcementLevel: "mandatory", maxSetsPerVpc: 1 } };
      const output = printed(await stack.pulumi("preview", ...withPack(stack, configuration)));
      expect(output).toMatch(
        /\[mandatory\].*share-security-groups[^]*2 security-group sets for the 3 functions in VPC network \(maximum 1\)/,
      );
      expect(output).toMatch("4 to 6 combinations (likely 4)");
    }));
});
