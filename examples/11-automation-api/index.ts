import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { CommandError, LocalWorkspace } from "@pulumi/pulumi/automation";
import { dirname } from "node:path";

/** The functions of a shop, with a group each as in example 01, or with one group for all. */
function shop(groups: "separate" | "shared"): () => Promise<void> {
  return async () => {
    const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
    const subnets = ["a", "b", "c"].map(
      (zone, index) =>
        new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }),
    );
    const role = new aws.iam.Role("functions", {
      assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
    });
    const permissions = new aws.iam.RolePolicyAttachment("network", {
      role: role.name,
      policyArn: aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole,
    });
    const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }];
    const newGroup = (name: string) => new aws.ec2.SecurityGroup(name, { vpcId: vpc.id, egress }, { dependsOn: permissions });
    const shared = groups === "shared" ? newGroup("shared") : undefined;
    const code = new pulumi.asset.AssetArchive({
      "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 200 });"),
    });
    for (const name of ["orders", "users", "stock", "payments", "invoices", "shipping", "returns", "search"])
      new aws.lambda.Function(name, {
        role: role.arn,
        runtime: "nodejs22.x",
        handler: "index.handler",
        code,
        vpcConfig: { subnetIds: subnets.map((subnet) => subnet.id), securityGroupIds: [(shared ?? newGroup(name)).id] },
      });
  };
}

/** Deploys the stack without a preview: `up()` runs none. */
async function deploy(groups: "separate" | "shared"): Promise<void> {
  const stack = await LocalWorkspace.createOrSelectStack({ projectName: "shop", stackName: "dev", program: shop(groups) });
  const policyPacks = [dirname(require.resolve("@lambda-vpc/lambda-vpc/package.json"))];
  await stack.up({ policyPacks, onOutput: (text) => process.stdout.write(text) }).catch((error: unknown) => {
    if (!(error instanceof CommandError)) throw error;
    // Its output has the reason.
    process.exitCode = 1;
  });
}

void deploy(process.argv[2] === "shared" ? "shared" : "separate");
