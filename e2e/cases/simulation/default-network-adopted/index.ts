import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const fn = { runtime: "nodejs22.x", handler: "index.handler", code, role: role.arn } as const;

// The network of a new account, adopted: nothing of it is deleted with the stack.
const vpc = new aws.ec2.DefaultVpc("default", { tags: { Name: "default" } });
const subnets = ["a", "b"].map((z) => new aws.ec2.DefaultSubnet(`default-${z}`, { availabilityZone: `us-east-1${z}` }));
const group = new aws.ec2.DefaultSecurityGroup("default", {
  vpcId: vpc.id,
  ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }],
  egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
});
new aws.lambda.Function("orders", { ...fn, vpcConfig: { subnetIds: subnets.map((s) => s.id), securityGroupIds: [group.id] } });
export const existed = vpc.existingDefaultVpc;
