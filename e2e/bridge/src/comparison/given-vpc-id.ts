import { dirname, delimiter } from "node:path";
import { repositoryAt } from "@lambda-vpc/engine";
import { printed, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** A stack with its own network that also gives its function a vpcId. */
const PROGRAM = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("private", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
const group = new aws.ec2.SecurityGroup("orders", { vpcId: vpc.id });
const role = new aws.iam.Role("functions", { assumeRolePolicy: "{}", managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole] });
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const vpcConfig = { subnetIds: [subnet.id], securityGroupIds: [group.id], vpcId: vpc.id };
new aws.lambda.Function("orders", { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig });
`;

/** What became of the program: whether its first preview passed, whether the update did, and whether the next preview does. */
export interface GivenVpcId {
  readonly firstPreview: "passes" | "fails";
  readonly update: "passes" | "fails";
  readonly nextPreview: "passes" | "fails";
  /** What the update complained about. */
  readonly complaint: string | undefined;
}

/** Runs the program over the provider in `providerFolder`. */
export function runGivenVpcId(providerFolder: string): Promise<GivenVpcId> {
  return withWorkspace(async ({ engine, program }) => {
    const { folder } = await program("02-one-shared-configuration", () => PROGRAM);
    const PATH = [providerFolder, repositoryAt().npmExecutables, dirname(engine.executable.path), process.env["PATH"]].join(delimiter);
    const run = async (...commandLine: readonly string[]) =>
      engine.pulumi(["--non-interactive", "-C", folder, ...commandLine], {
        environment: { PATH, AWS_REGION: "us-east-1" },
        timeoutSeconds: 120,
      });
    const first = await run("preview");
    const update = await run("up", "--yes", "--skip-preview");
    const next = await run("preview");
    const outcome = ({ exitCode }: { readonly exitCode: number }) => (exitCode === 0 ? "passes" : "fails");
    const [complaint] = /Value for unconfigurable attribute/.exec(printed(update)) ?? [];
    return { firstPreview: outcome(first), update: outcome(update), nextPreview: outcome(next), complaint };
  });
}
