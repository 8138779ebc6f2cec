import { expect, test } from "@jest/globals";
import { withPack } from "@lambda-vpc/test-stacks/packs";
import { printed, type Program, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** The platform's stack: a VPC, two subnets, and the group that services share. */
const PLATFORM = `
import * as aws from "@pulumi/aws";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map((zone, index) => new aws.ec2.Subnet(zone, { vpcId: vpc.id, cidrBlock: \`10.0.\${index}.0/24\` }));
const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }];
const services = new aws.ec2.SecurityGroup("services", { vpcId: vpc.id, egress });

export const vpcId = vpc.id;
export const subnetIds = subnets.map((subnet) => subnet.id);
export const servicesId = services.id;
`;

/** A service's stack, in which the one function gets `securityGroupIds`. */
const service = (securityGroupIds: string): string => `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const platform = new pulumi.StackReference("organization/one-shared-configuration/dev");
const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }];
const own = () => new aws.ec2.SecurityGroup("orders", { vpcId: platform.requireOutput("vpcId"), egress });

const role = new aws.iam.Role("functions", { assumeRolePolicy: "{}" });
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const vpcConfig = { subnetIds: platform.requireOutput("subnetIds"), securityGroupIds: ${securityGroupIds} };
new aws.lambda.Function("orders", { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig });
`;

const onItsOwn = service("[own().id]");
const onTheShared = service(`[platform.requireOutput("servicesId")]`);

async function outputsOf(stack: Program): Promise<{ readonly vpcId: string; readonly servicesId: string }> {
  const { stdout } = await stack.pulumi("stack output --json");
  return JSON.parse(stdout) as { vpcId: string; servicesId: string };
}

test("a service with a group of its own on the subnets of another stack is told of the shared set, and with the shared set nothing is said", () =>
  withWorkspace(async ({ hosted: program }) => {
    const platform = await program("02-one-shared-configuration", () => PLATFORM);
    const made = await platform.pulumi("up --yes --skip-preview");
    expect({ exitCode: made.exitCode, printed: made.exitCode === 0 ? "" : printed(made) }).toEqual({ exitCode: 0, printed: "" });
    const { vpcId, servicesId } = await outputsOf(platform);

    const allows = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }];
    const sharedSets = [{ name: "services", securityGroupIds: [servicesId], vpcId, allows }];
    const configuration = { "use-shared-configuration": { sharedSets } };

    const stack = await program("03-existing-vpc", () => onItsOwn);
    const refused = await stack.pulumi("preview", ...withPack(stack, configuration));
    expect(printed(refused)).toMatch(
      /\[mandatory\].*use-shared-configuration.*SecurityGroup: orders[^]*2 combinations for 1 function \(Function orders\) with security group orders of this stack; the shared set services fits/,
    );
    expect(printed(refused)).toContain(
      `Set securityGroupIds to [${servicesId}] in Function orders, and delete security group orders with its rules. Their access stays the same.`,
    );
    expect(refused.exitCode).not.toBe(0);

    stack.edit(() => onTheShared);
    const content = await stack.pulumi("preview", ...withPack(stack, configuration));
    expect(printed(content)).not.toContain("use-shared-configuration");
    expect({ exitCode: content.exitCode, printed: content.exitCode === 0 ? "" : printed(content) }).toEqual({ exitCode: 0, printed: "" });
  }));
